import { describe, expect, it } from '@jest/globals';
import { ada, bob, cyd, RoomLog } from '@devchitchat/contracts/testing';
import { withSnapshot, emptyTimeline } from '../messages/fold';
import { mentionsPerson } from './exact-mention-test';
import { lastOf, nothingUnread, pageTitle, readersOf, unreadAfter } from './unread';

const me = { userId: bob, handle: 'Bob' };
const timelineOf = (log: RoomLog) => withSnapshot(emptyTimeline, log.latest);
const talk = () =>
  new RoomLog()
    .joined(ada, 'owner')
    .said(ada, 'one')
    .said(ada, '@bob, two')
    .said(cyd, 'three for @cyd')
    .said(ada, '@everyone, four');

describe('the unread count', () => {
  it('includes messages after the mark', () => {
    expect(unreadAfter(1, timelineOf(talk()), [], me, mentionsPerson)).toEqual({ messages: 3, mentions: 2 });
    expect(unreadAfter(2, timelineOf(talk()), [], me, mentionsPerson)).toEqual({ messages: 2, mentions: 1 });
    expect(unreadAfter(4, timelineOf(talk()), [2], me, mentionsPerson)).toEqual(nothingUnread);
    expect(unreadAfter(9, timelineOf(talk()), [], me, mentionsPerson)).toEqual(nothingUnread);
  });

  it('excludes messages that were deleted meanwhile', () => {
    expect(unreadAfter(1, timelineOf(talk().deleted(2, ada)), [2], me, mentionsPerson)).toEqual({
      messages: 2,
      mentions: 1,
    });
  });

  it('includes mentions in messages that are not held, as reported by the server', () => {
    const timeline = { messages: timelineOf(talk()).messages.slice(-1), headSeq: 4 };
    expect(unreadAfter(0, timeline, [2, 4], me, mentionsPerson)).toEqual({ messages: 4, mentions: 2 });
    expect(unreadAfter(2, timeline, [2, 4], me, mentionsPerson)).toEqual({ messages: 2, mentions: 1 });
  });

  it("excludes the user's own messages from other devices, even those that mention the user", () => {
    const log = talk().said(bob, 'It is @bob');
    expect(unreadAfter(3, timelineOf(log), [], me, mentionsPerson)).toEqual({ messages: 1, mentions: 1 });
    expect(unreadAfter(4, timelineOf(log), [], me, mentionsPerson)).toEqual(nothingUnread);
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
