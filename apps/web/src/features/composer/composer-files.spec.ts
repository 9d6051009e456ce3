import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Message, MessageFile, RoomId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import type { Cache } from '../../client/cache/cache';
import { DraftBook } from '../../client/drafts/draft-book';
import { DraftStore } from '../../client/drafts/draft-store';
import { Drafts } from '../../client/drafts/drafts';
import { Outbox } from '../../client/outbox/outbox';
import { SlowMode } from '../../client/outbox/slow-mode';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { Rooms } from '../../client/rooms/rooms';
import { bob, garden, memberOf, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedFiles } from '../../client/testing/scripted-files';
import { Quotes } from '../../client/timeline/quotes';
import { Typing } from '../../client/typing/typing';
import { EmojiCatalogue } from '../../platform/emoji/emoji-catalogue';
import { page } from '../../platform/testing/page';
import { Composer } from './composer';

const { render, screen, settled, user } = page();

const room = withRoomSnapshot(undefined, new RoomLog().joined(bob.userId).said(bob.userId, 'Look at this').latest);
const [plain] = room.timeline.messages as [Message];
const notes = { fileId: 'f_5p1s8w3z7b2e6j9q', name: 'notes.txt', kind: 'other', type: 'text/plain', bytes: 4 };
const withFile: Message = { ...plain, files: [notes as MessageFile] };

const disk = {
  all: () => Promise.resolve([]),
  save: () => Promise.resolve(true),
  remove: () => Promise.resolve(true),
} as unknown as Cache['drafts'];

describe('the composer', () => {
  const held = signal(new Map<RoomId, HeldRoom>());
  let edits: string[];
  beforeEach(() => {
    edits = [];
  });
  const opened = (message: Message) => {
    held.set(new Map([[garden.roomId, { ...room, timeline: { ...room.timeline, messages: [message] } }]]));
    return render(Composer, {
      inputs: { room: garden, roomName: garden.name, members: [memberOf(bob)] },
      providers: [
        signedInAs(bob),
        ...new ScriptedFiles().providers,
        peopleHere(bob),
        { provide: Outbox, useValue: { edit: (_message: unknown, text: string) => edits.push(text) > 0 } },
        { provide: Drafts, useValue: { book: new DraftBook(new DraftStore(disk, () => undefined), () => bob.userId) } },
        { provide: Rooms, useValue: { held } },
        { provide: Typing, useValue: { in: () => [], report: () => undefined } },
        { provide: SlowMode, useValue: { waits: signal(new Map()), secondsFor: () => 0 } },
        { provide: EmojiCatalogue, useValue: { all: () => [] } },
        { provide: Quotes, useValue: { at: () => signal(plain) } },
      ],
    });
  };
  const emptied = async (message: Message) => {
    const { fixture } = await opened(message);
    fixture.componentInstance.edit(message);
    await settled();
    await user.clear(screen.getByRole('textbox', { name: 'Edited message' }));
    await user.keyboard('{Enter}');
  };

  it('saves an edit that leaves no text of a message with files', async () => {
    await emptied(withFile);
    expect(edits).toEqual(['']);
  });

  it('saves no edit that leaves nothing of a message', async () => {
    await emptied(plain);
    expect(edits).toEqual([]);
  });
});
