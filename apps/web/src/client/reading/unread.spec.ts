import { describe, expect, it } from '@jest/globals';
import { ada, bob, cyd, RoomLog } from '@devchitchat/contracts/testing';
import { emptyTimeline, fold, withSnapshot } from '../messages/fold';
import { mentionsPerson } from './exact-mention-test';
import { lastOf, nothingUnread, pageTitle, readersOf, unreadAfter } from './unread';
import { nothingTold } from '../messages/told';

const me = { userId: bob, handle: 'Bob' };
const timelineOf = (log: RoomLog) => withSnapshot(emptyTimeline, log.latest);
const told = (...mentions: number[]) => ({ ...nothingTold, mentions });
const talk = () =>
  new RoomLog()
    .joined(ada, 'owner')
    .said(ada, 'one')
    .said(ada, '@bob, two')
    .said(cyd, 'three for @cyd')
    .said(ada, '@everyone, four');

describe('the unread count', () => {
  it('includes messages after the mark', () => {
    expect(unreadAfter(1, timelineOf(talk()), nothingTold, me, mentionsPerson)).toEqual({ messages: 3, mentions: 2 });
    expect(unreadAfter(2, timelineOf(talk()), nothingTold, me, mentionsPerson)).toEqual({ messages: 2, mentions: 1 });
    expect(unreadAfter(4, timelineOf(talk()), told(2), me, mentionsPerson)).toEqual(nothingUnread);
    expect(unreadAfter(9, timelineOf(talk()), nothingTold, me, mentionsPerson)).toEqual(nothingUnread);
  });

  it('excludes messages that were deleted meanwhile', () => {
    expect(unreadAfter(1, timelineOf(talk().deleted(2, ada)), told(2), me, mentionsPerson)).toEqual({
      messages: 2,
      mentions: 1,
    });
  });

  it('includes mentions in messages that are not held, as reported by the server', () => {
    const timeline = { messages: timelineOf(talk()).messages.slice(-1), headSeq: 4 };
    expect(unreadAfter(0, timeline, told(2, 4), me, mentionsPerson)).toEqual({ messages: 4, mentions: 2 });
    expect(unreadAfter(2, timeline, told(2, 4), me, mentionsPerson)).toEqual({ messages: 2, mentions: 1 });
  });

  it("excludes the user's own messages from other devices, even those that mention the user", () => {
    const log = talk().said(bob, 'It is @bob');
    expect(unreadAfter(3, timelineOf(log), nothingTold, me, mentionsPerson)).toEqual({ messages: 1, mentions: 1 });
    expect(unreadAfter(4, timelineOf(log), nothingTold, me, mentionsPerson)).toEqual(nothingUnread);
  });

  it('excludes deleted and own messages that are not held, as reported by the server or by their deletion', () => {
    const log = talk().said(bob, 'mine');
    const { messages, headSeq } = timelineOf(log);
    const timeline = { messages: messages.slice(2, 4), headSeq };
    const quiet = { mentions: [2], quiet: [1, 5] };
    expect(unreadAfter(0, timeline, quiet, me, mentionsPerson)).toEqual({ messages: 3, mentions: 2 });
    const { changes } = fold(
      { ...emptyTimeline, messages: timeline.messages, headSeq },
      log.deleted(2, ada).events.at(-1)!,
    );
    expect(unreadAfter(0, { ...timeline, changes }, quiet, me, mentionsPerson)).toEqual({ messages: 2, mentions: 1 });
    expect(unreadAfter(2, { ...timeline, changes }, quiet, me, mentionsPerson)).toEqual({ messages: 2, mentions: 1 });
  });

  it('is what is left, wherever the page stopped loading and whatever was deleted when (all cuts)', () => {
    const log = new RoomLog();
    for (let number = 1; number <= 12; number++) log.said(number % 4 === 0 ? bob : ada, 'x');
    const before = log.latest;
    for (const seq of [2, 3, 7, 8, 11]) log.deleted(seq, ada);
    const left = log.latest.messages.filter(({ deleted, userId }) => deleted === null && userId !== bob);
    const deletions = log.events.slice(-5);
    for (let cut = 0; cut <= 12; cut++) {
      for (let heard = 0; heard <= 5; heard++) {
        // The server told of the first deletions with a sync; the page heard the others.
        const quiet = [4, 8, 12, ...[2, 3, 7, 8, 11].slice(0, 5 - heard)];
        const start = { ...emptyTimeline, messages: before.messages.slice(cut), headSeq: 12 };
        const synced = deletions.slice(0, 5 - heard).reduce(fold, start);
        const timeline = deletions.slice(5 - heard).reduce(fold, { ...synced, changes: [] });
        for (const mark of [0, 2, 5, 11, 12]) {
          const expected = left.filter(({ seq }) => seq > mark).length;
          expect(unreadAfter(mark, timeline, { mentions: [], quiet }, me, mentionsPerson).messages).toBe(expected);
        }
      }
    }
  });
});

it('a message was seen by the members whose marks have reached it', () => {
  const log = new RoomLog().joined(ada, 'owner').said(ada, 'one').joined(bob).joined(cyd).said(ada, 'two');
  const { members, messages } = log.latest;
  const moved = members.map((member) => (member.userId === bob ? { ...member, readSeq: 2 } : member));
  expect(readersOf(moved, messages[0]!)).toEqual([bob, cyd]);
  expect(readersOf(moved, messages[1]!)).toEqual([bob]);
  expect(readersOf(members, messages[1]!)).toEqual([]);
});

it("the user's last message is one that was not deleted", () => {
  const { messages } = new RoomLog().said(ada, 'one').said(ada, 'two').said(bob, 'three').deleted(2, ada).latest;
  expect(lastOf(messages, ada)?.seq).toBe(1);
  expect(lastOf(messages, cyd)).toBeUndefined();
});

describe('the title of the page', () => {
  it('names the room and the number of unread messages', () => {
    expect(pageTitle(3, 'lobby')).toBe('(3) lobby · devchitchat');
    expect(pageTitle(0, 'lobby')).toBe('lobby · devchitchat');
    expect(pageTitle(120, null)).toBe('(99+) devchitchat');
  });
});
