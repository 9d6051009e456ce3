import { signal } from '@angular/core';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { limits, type Message, type RoomId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import type { Cache } from '../../client/cache/cache';
import { DraftBook } from '../../client/drafts/draft-book';
import { DraftStore } from '../../client/drafts/draft-store';
import { Drafts } from '../../client/drafts/drafts';
import { Outbox } from '../../client/outbox/outbox';
import { SlowMode } from '../../client/outbox/slow-mode';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, cyd, garden, memberOf, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedFiles } from '../../client/testing/scripted-files';
import { Quotes } from '../../client/timeline/quotes';
import { Typing } from '../../client/typing/typing';
import { EmojiCatalogue } from '../../platform/emoji/emoji-catalogue';
import { enters, pressed } from '../../platform/testing/input-method';
import { page } from '../../platform/testing/page';
import { Composer } from './composer';

const { render, screen, settled, user } = page();

const log = new RoomLog().joined(bob.userId).said(bob.userId, 'Teh keys are under the mat');
const [written] = log.latest.messages as [Message];

const emojis = [
  { emoji: '😊', name: 'smiling face', words: ':blush smile', toned: null },
  { emoji: '😄', name: 'grinning', words: ':smile happy', toned: null },
  { emoji: '😏', name: 'smirking face', words: ':smirk', toned: null },
  { emoji: '🎉', name: 'party popper', words: ':tada', toned: null },
];

/** The drafts of Bob's browser, without a disk. */
const drafts = () => {
  const disk = {
    all: () => Promise.resolve([]),
    save: () => Promise.resolve(true),
    remove: () => Promise.resolve(true),
  } as unknown as Cache['drafts'];
  return { book: new DraftBook(new DraftStore(disk, () => undefined), () => bob.userId) };
};

/** Accepts every entry, unless it is full. */
class FakeOutbox {
  isFull = false;
  readonly sent: object[] = [];
  compose(roomId: RoomId, text: string, { replyTo }: { replyTo?: number | null }): boolean {
    if (!this.isFull) this.sent.push({ text, replyTo });
    return !this.isFull;
  }
  edit({ msgId }: { msgId: string }, text: string): boolean {
    this.sent.push({ edits: msgId, text });
    return true;
  }
}

describe('the composer', () => {
  const held = signal(new Map<RoomId, HeldRoom>());
  let outbox: FakeOutbox;
  let saidTyping: number;
  beforeEach(() => {
    outbox = new FakeOutbox();
    held.set(new Map([[garden.roomId, withRoomSnapshot(undefined, log.latest)]]));
    saidTyping = 0;
  });
  const opened = () =>
    render(Composer, {
      inputs: {
        room: garden,
        roomName: garden.name,
        members: [memberOf(ada, 'owner'), memberOf(bob), memberOf(cyd)],
      },
      providers: [
        signedInAs(bob),
        ...new ScriptedFiles().providers,
        peopleHere(ada, bob, cyd),
        { provide: Outbox, useValue: outbox },
        { provide: Drafts, useValue: drafts() },
        { provide: Rooms, useValue: { held } },
        { provide: Typing, useValue: { in: () => [], report: () => (saidTyping += 1) } },
        { provide: SlowMode, useValue: { waits: signal(new Map()), secondsFor: () => 0 } },
        { provide: EmojiCatalogue, useValue: { all: () => emojis } },
        { provide: Quotes, useValue: { at: () => signal(written) } },
      ],
    });
  const field = (name = 'Message') => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
  const offered = () => screen.queryAllByRole('option').map((option) => option.textContent.trim());

  it('sends with Enter, then is empty and keeps the focus', async () => {
    const { emitted } = await opened();
    await user.type(field(), 'Found them{Enter}');
    expect(outbox.sent).toEqual([{ text: 'Found them', replyTo: null }]);
    expect(field().value).toBe('');
    expect(document.activeElement).toBe(field());
    expect(emitted.sent).toHaveLength(1);
  });

  it.each(enters)('keeps Enter for the input method that composes a word: %s', async (_browser, enter) => {
    const { fixture } = await opened();
    await user.type(field(), '見つけた');
    expect(pressed(field(), enter).defaultPrevented).toBe(false);
    expect(outbox.sent).toEqual([]);
    await user.type(field(), ' @b');
    pressed(field(), enter);
    await fixture.whenStable();
    expect(field().value).toBe('見つけた @b');
    await user.keyboard('{Escape}{Enter}');
    expect(outbox.sent).toEqual([{ text: '見つけた @b', replyTo: null }]);
  });

  it('starts a new line with Shift and Enter', async () => {
    await opened();
    await user.type(field(), 'one{Shift>}{Enter}{/Shift}two');
    expect(field().value).toBe('one\ntwo');
    expect(outbox.sent).toEqual([]);
  });

  it('completes the shortcode of an emoji', async () => {
    await opened();
    await user.type(field(), 'Well :smi');
    // A shortcode that begins as typed comes before a name that does.
    expect(offered()).toEqual(['😄 :smile:', '😏 :smirk:', '😊 :blush:']);
    expect(field().getAttribute('aria-activedescendant')).toBe(screen.getAllByRole('option')[0]?.id);
    await user.keyboard('{Enter}done :tada:{Enter}');
    expect(outbox.sent).toEqual([{ text: 'Well 😄 done 🎉', replyTo: null }]);
  });

  it('suggests no emoji in addresses and code, nor after Escape', async () => {
    await opened();
    await user.type(field(), 'http://smile `:smile');
    expect(offered()).toEqual([]);
    await user.clear(field());
    await user.type(field(), ':smi{Escape}');
    expect([offered(), field().value]).toEqual([[], ':smi']);
    await user.keyboard('{Enter}');
    expect(outbox.sent).toEqual([{ text: ':smi', replyTo: null }]);
  });

  it('is closed to a muted person, keeps the draft, and opens by itself', async () => {
    await opened();
    await user.type(field(), 'I was going to');
    const room = withRoomSnapshot(undefined, log.latest);
    const mute = { userId: bob.userId, by: ada.userId, ts: 1_000, reason: null };
    const muteFor = async (ms: number) => {
      held.set(new Map([[garden.roomId, { ...room, mutes: [{ ...mute, until: Date.now() + ms }] }]]));
      await settled();
    };
    await muteFor(3_600_000);
    expect([field().readOnly, field().value]).toEqual([true, 'I was going to']);
    // The notice above says who muted them and until when.
    expect(field().placeholder).toBe('You can’t write here now');
    await user.keyboard('{Enter}');
    expect(outbox.sent).toEqual([]);
    expect(screen.queryByRole('button', { name: 'Emoji' })).toBeNull();
    await muteFor(30);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await settled();
    expect(field().readOnly).toBe(false);
    await user.type(field(), ' say{Enter}');
    expect(outbox.sent).toEqual([{ text: 'I was going to say', replyTo: null }]);
  });

  it('does not send a text of spaces only', async () => {
    await opened();
    await user.type(field(), '   {Enter}');
    expect(screen.getByRole('button', { name: 'Send' }).getAttribute('aria-disabled')).toBe('true');
    expect(outbox.sent).toEqual([]);
  });

  it('keeps a text that the outbox refused', async () => {
    outbox.isFull = true;
    const { emitted } = await opened();
    await user.type(field(), 'Found them{Enter}');
    expect(field().value).toBe('Found them');
    expect(emitted.sent).toEqual([]);
  });

  it('shows by how much a text is too long, and does not send it', async () => {
    await opened();
    await user.click(field());
    await user.paste('x'.repeat(limits.messageBytes + 5));
    expect(screen.getByText(/^Too long by 5 bytes/)).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(outbox.sent).toEqual([]);
  });

  it('reports typing to the room, but not for an edit', async () => {
    const { fixture } = await opened();
    await user.type(field(), 'Hi');
    expect(saidTyping).toBe(2);
    fixture.componentInstance.edit(written);
    await settled();
    await user.type(field('Edited message'), '!');
    expect(saidTyping).toBe(2);
  });

  it('completes a mention with the arrow keys and Enter, and with Tab', async () => {
    await opened();
    await user.type(field(), '@');
    expect(offered()).toEqual(['@ada Ada', '@bob Bob', '@cyd Cyd']);
    await user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
    expect(field().value).toBe('@cyd ');
    await user.keyboard('@a{Tab}');
    expect(field().value).toBe('@cyd @ada ');
    expect(outbox.sent).toEqual([]);
  });

  it('hides its suggestions after Escape', async () => {
    await opened();
    await user.type(field(), '@b{Escape}');
    expect(offered()).toEqual([]);
    expect(field().value).toBe('@b');
  });

  it('warns a member that @everyone notifies no one', async () => {
    await opened();
    await user.type(field(), 'Hello @everyone ');
    expect(document.getElementById(field().getAttribute('aria-describedby')!)?.textContent).not.toBe('');
  });

  it('edits a message and then returns to the earlier draft', async () => {
    const { fixture } = await opened();
    await user.type(field(), 'half a sen');
    fixture.componentInstance.edit(written);
    await settled();
    const edited = field('Edited message');
    expect(edited.value).toBe(written.text);
    await user.clear(edited);
    await user.type(edited, 'The keys are under the mat{Enter}');
    expect(outbox.sent).toEqual([{ edits: written.msgId, text: 'The keys are under the mat' }]);
    expect(field().value).toBe('half a sen');
  });

  it('does not send an unchanged edit, and discards an edit with Escape', async () => {
    const { fixture } = await opened();
    fixture.componentInstance.edit(written);
    await settled();
    await user.type(field('Edited message'), '{Enter}');
    expect(outbox.sent).toEqual([]);
    fixture.componentInstance.edit(written);
    await settled();
    await user.type(field('Edited message'), ' or not{Escape}');
    expect(field().value).toBe('');
    expect(outbox.sent).toEqual([]);
  });

  it('replies to a message until the reply is cancelled', async () => {
    const { fixture } = await opened();
    fixture.componentInstance.reply(written);
    await settled();
    await user.type(field(), 'Thanks{Enter}');
    expect(outbox.sent).toEqual([{ text: 'Thanks', replyTo: written.seq }]);

    fixture.componentInstance.reply(written);
    await settled();
    await user.click(screen.getByRole('button', { name: 'Cancel Esc' }));
    await user.type(field(), 'Anyone?{Enter}');
    expect(outbox.sent[1]).toEqual({ text: 'Anyone?', replyTo: null });
  });

  it('asks to edit the last message on the up arrow, only while it is empty', async () => {
    const { emitted } = await opened();
    await user.type(field(), '{ArrowUp}');
    expect(emitted.editsLast).toHaveLength(1);
    await user.type(field(), 'Hi{ArrowUp}');
    expect(emitted.editsLast).toHaveLength(1);
  });

  it('takes the focus when the user types anywhere except in another field', async () => {
    await opened();
    const other = document.body.appendChild(document.createElement('input'));
    other.focus();
    await user.keyboard('x');
    expect(document.activeElement).toBe(other);
    other.blur();
    await user.keyboard('y');
    expect(document.activeElement).toBe(field());
    other.remove();
  });

  it('restores a text that could not be sent, unless the user began another one', async () => {
    const { fixture } = await opened();
    fixture.componentInstance.takeBack('Found them');
    await settled();
    expect(field().value).toBe('Found them');
    fixture.componentInstance.takeBack('Something older');
    await settled();
    expect(field().value).toBe('Found them');
  });
});
