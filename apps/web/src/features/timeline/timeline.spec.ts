import { signal } from '@angular/core';
import { provideRouter } from '@angular/router';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { ClientMsgId, Message, MsgId, RoomId } from '@devchitchat/contracts';
import { RoomLog } from '@devchitchat/contracts/testing';
import { Subject } from 'rxjs';
import { browserCache } from '../../client/cache/browser-cache';
import { Outbox } from '../../client/outbox/outbox';
import { SlowMode } from '../../client/outbox/slow-mode';
import { ReadMarks } from '../../client/reading/read-marks';
import type { Unread } from '../../client/reading/unread';
import { type HeldRoom, withRoomSnapshot } from '../../client/rooms/held-room';
import { Pins } from '../../client/rooms/pins';
import { Rooms } from '../../client/rooms/rooms';
import { ada, bob, peopleHere, signedInAs } from '../../client/testing/people';
import { ScriptedConnection } from '../../client/testing/scripted-connection';
import { SearchHighlight } from '../../client/timeline/search-highlight';
import { Jump } from '../../client/timeline/jump';
import { Quotes } from '../../client/timeline/quotes';
import type { OutboxEntry } from '../../client/unsent/outbox-policy';
import { PageRead } from '../../platform/design/page-read';
import { page } from '../../platform/testing/page';
import { Timeline } from './timeline';

const { render, screen, settled, user } = page();

/** A room with Ada and Bob in which Ada has written these texts. */
function room(...texts: readonly string[]): RoomLog {
  const log = new RoomLog().joined(ada.userId).joined(bob.userId);
  for (const text of texts) log.said(ada.userId, text);
  return log;
}
const heldOf = (log: RoomLog) => withRoomSnapshot(undefined, log.latest);

const unsent: OutboxEntry = {
  kind: 'send',
  position: 1,
  clientMsgId: 'client-99' as ClientMsgId,
  roomId: heldOf(room()).room.roomId,
  userId: bob.userId,
  composedAt: 1_000,
  state: 'failed',
  reason: 'You are muted here.',
  text: 'Hi Ada',
};

describe('the timeline of a room', () => {
  const entries = signal<readonly OutboxEntry[]>([]);
  const unread = signal<ReadonlyMap<RoomId, Unread>>(new Map());
  const visible = signal(true);
  const pinProblem = signal('');
  let connection: ScriptedConnection;
  let readMark: number;
  let recalled: number;
  let recoveries: Subject<void>;
  let done: (readonly unknown[])[];
  beforeEach(() => {
    connection = new ScriptedConnection();
    entries.set([]);
    unread.set(new Map());
    visible.set(true);
    pinProblem.set('');
    readMark = 0;
    recalled = 0;
    recoveries = new Subject();
    done = [];
  });

  const shown = (held: HeldRoom) => {
    const record =
      (what: string) =>
      (...args: readonly unknown[]) => {
        done.push([what, ...args]);
      };
    return render(Timeline, {
      inputs: { held },
      providers: [
        connection.provider,
        { provide: browserCache, useValue: { recoveries } },
        signedInAs(bob),
        peopleHere(ada, bob),
        provideRouter([]),
        SearchHighlight,
        {
          provide: Outbox,
          useValue: {
            entries,
            problem: signal(''),
            retry: ({ clientMsgId }: OutboxEntry) => done.push(['retry', clientMsgId]),
            discard: ({ clientMsgId }: OutboxEntry) => done.push(['discard', clientMsgId]),
            takeBack: record('delete'),
          },
        },
        {
          provide: Rooms,
          useValue: {
            held: signal(new Map([[held.room.roomId, held]])),
            recallMessages: () => Promise.resolve(void (recalled += 1)),
            trimHistory: () => undefined,
            mergeMessages: record('mergeMessages'),
          },
        },
        {
          provide: ReadMarks,
          useValue: {
            unread,
            after: (_: RoomId, mark: number, last: number) => ({ messages: last - mark, mentions: 0 }),
            open: () => undefined,
            see: (_: RoomId, seq: number) => done.push(['see', seq]),
            markIn: () => readMark,
            markUnread: (_: RoomId, seq: number) => done.push(['markUnread', seq]),
            markRead: () => done.push(['markRead']),
          },
        },
        { provide: PageRead, useValue: { read: visible } },
        {
          provide: Pins,
          useValue: {
            problem: pinProblem,
            forgive: () => {
              pinProblem.set('');
            },
            put: ({ seq }: Message, on: boolean) => done.push(['pin', seq, on]),
          },
        },
        { provide: Jump, useValue: { repeated: new Subject() } },
        { provide: SlowMode, useValue: { waits: signal(new Map()) } },
        { provide: Quotes, useValue: { at: () => signal(undefined), fetch: () => Promise.resolve() } },
      ],
    });
  };
  const articles = () => [...screen.getByRole('log').querySelectorAll('article')];
  const texts = () => articles().map((article) => article.querySelector('.text')?.textContent);
  const choose = async (at: number, name: string) => {
    await user.hover(articles()[at]!);
    await user.click(screen.getByRole('button', { name }));
  };
  /** Bob has read this many messages when he comes. */
  const cameAfter = (mark: number, held: HeldRoom) => {
    readMark = mark;
    unread.set(new Map([[held.room.roomId, { messages: held.timeline.headSeq - mark, mentions: 0 }]]));
  };

  it('shows the messages in order and marks the last one as read', async () => {
    await shown(heldOf(room('one', 'two', 'three')));
    expect(texts()).toEqual(['one', 'two', 'three']);
    expect(done).toContainEqual(['see', 3]);
  });

  it('marks nothing as read on a hidden page', async () => {
    visible.set(false);
    await shown(heldOf(room('one')));
    expect(done.filter(([what]) => what === 'see')).toEqual([]);
    visible.set(true);
    await settled();
    expect(done).toContainEqual(['see', 1]);
  });

  it('separates what was unread when the reader came', async () => {
    const held = heldOf(room('one', 'two', 'three'));
    cameAfter(1, held);
    await shown(held);
    const separator = screen.getByRole('separator');
    expect(separator.nextElementSibling?.textContent).toContain('two');
  });

  it('marks the room as read with Escape', async () => {
    const held = heldOf(room('one', 'two'));
    cameAfter(1, held);
    await shown(held);
    await user.keyboard('{Escape}');
    expect(done).toContainEqual(['markRead']);
    expect(screen.queryByRole('separator')).toBeNull();
  });

  it('marks a message as unread and puts the separator above it', async () => {
    await shown(heldOf(room('one', 'two', 'three')));
    await choose(1, 'Mark as unread');
    expect(done).toContainEqual(['markUnread', 2]);
    expect(screen.getByRole('separator').nextElementSibling?.textContent).toContain('two');
  });

  it('fetches earlier messages that the browser does not hold', async () => {
    const log = new RoomLog(2).joined(ada.userId).joined(bob.userId);
    for (const text of ['one', 'two', 'three', 'four']) log.said(ada.userId, text);
    const answer = connection.holds('msg.list', { messages: [], more: false } as never);
    const held = heldOf(log);
    await shown(held);
    expect(connection.asked).toEqual([
      { name: 'msg.list', draft: { roomId: held.room.roomId, limit: 100, beforeSeq: 3 } },
    ]);
    expect(screen.getByRole('log').getAttribute('aria-busy')).toBe('true');
    connection.refuses('msg.list', 'The server is busy.');
    answer();
  });

  it('says why earlier messages are missing, and fetches them when asked again', async () => {
    const log = new RoomLog(2).joined(ada.userId).joined(bob.userId);
    for (const text of ['one', 'two', 'three', 'four']) log.said(ada.userId, text);
    connection.refuses('msg.list', 'The server is busy.');
    await shown(heldOf(log));
    expect(screen.getByText(/The server is busy\./)).toBeTruthy();
    const before = connection.asked.length;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(connection.asked).toHaveLength(before + 1);
  });

  it('fetches nothing while the page is offline', async () => {
    connection.state.set('reconnecting');
    const log = new RoomLog(1).joined(ada.userId).joined(bob.userId).said(ada.userId, 'one').said(ada.userId, 'two');
    await shown(heldOf(log));
    expect(texts()).toEqual(['two']);
    expect(connection.asked).toEqual([]);
  });

  it('shows the stored messages as soon as a slow disk returns them', async () => {
    connection.state.set('offline');
    const held = heldOf(room('one', 'two'));
    const { fixture } = await shown({ ...held, timeline: { ...held.timeline, messages: [] } });
    expect([texts(), recalled]).toEqual([[], 1]);
    recoveries.next();
    expect(recalled).toBe(2);
    fixture.componentRef.setInput('held', held);
    await settled();
    expect(texts()).toEqual(['one', 'two']);
  });

  it('shows an unsent message at the end, and gives its text back when it is discarded', async () => {
    entries.set([unsent]);
    const { emitted } = await shown(heldOf(room('one')));
    expect(texts()).toEqual(['one', 'Hi Ada']);
    await user.click(screen.getByRole('button', { name: 'Retry' }));
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(done).toEqual(
      expect.arrayContaining([
        ['retry', unsent.clientMsgId],
        ['discard', unsent.clientMsgId],
      ]),
    );
    expect(emitted.discarded).toEqual(['Hi Ada']);
  });

  it('gives nothing back when an edit is discarded', async () => {
    const held = heldOf(room().said(bob.userId, 'Teh keys'));
    const edit = { ...unsent, kind: 'edit', msgId: 1 as MsgId, revision: 0, text: 'The keys' } as const;
    entries.set([edit]);
    const { emitted } = await shown(held);
    await user.click(screen.getByRole('button', { name: 'Discard' }));
    expect(done).toContainEqual(['discard', edit.clientMsgId]);
    expect(emitted.discarded).toEqual([]);
  });

  it('passes on what to edit and what to reply to', async () => {
    const held = heldOf(room('one').said(bob.userId, 'two'));
    const { emitted } = await shown(held);
    await choose(0, 'Reply');
    await choose(1, 'Edit');
    expect(emitted.replies).toEqual([held.timeline.messages[0]]);
    expect(emitted.edits).toEqual([held.timeline.messages[1]]);
  });

  it('pins and unpins', async () => {
    await shown(heldOf(room('one', 'two').pinned(ada.userId, 1)));
    await choose(0, 'Unpin');
    await choose(1, 'Pin');
    expect(done).toEqual(
      expect.arrayContaining([
        ['pin', 1, false],
        ['pin', 2, true],
      ]),
    );
  });

  it('says why a pin failed until that is closed', async () => {
    pinProblem.set('Not pinned. The server is busy.');
    await shown(heldOf(room('one')));
    expect(screen.getByRole('alert').textContent).toContain('The server is busy.');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks before it deletes', async () => {
    await shown(heldOf(room().said(bob.userId, 'Oops')));
    await choose(0, 'Delete');
    expect(screen.getByRole('dialog').textContent).toContain('Oops');
    expect(done.filter(([what]) => what === 'delete')).toEqual([]);
  });

  it('says who has seen the reader’s last message', async () => {
    const log = room().said(bob.userId, 'Read this');
    const held = heldOf(log);
    const members = held.members.map((member) => (member.userId === ada.userId ? { ...member, readSeq: 1 } : member));
    await shown({ ...held, members });
    const seenBy = document.querySelector('dcc-seen-by');
    expect(seenBy?.textContent).toContain('Ada');
  });
});
