import { describe, expect, it } from '@jest/globals';
import { ada, bob, cyd, RoomLog } from '@devchitchat/contracts/testing';
import { digestOf } from './digest';

const me = { userId: bob, handle: 'bob' };

describe('a digest', () => {
  const log = new RoomLog()
    .said(ada, 'before')
    .said(ada, 'one')
    .said(cyd, '@bob, two')
    .said(bob, 'mine, and @everyone')
    .said(cyd, 'three')
    .deleted(5, cyd);

  it('counts the messages of others after the mark, and their authors', () => {
    expect(digestOf(log.latest.messages, 1, 5, me)).toEqual({ messages: 2, people: 2, mentions: 1 });
    expect(digestOf(log.latest.messages, 5, 5, me)).toEqual({ messages: 0, people: 0, mentions: 0 });
  });

  it('is left to the server unless all messages are held', () => {
    expect(digestOf(log.latest.messages.slice(2), 1, 5, me)).toBeNull();
    expect(digestOf([], 1, 5, me)).toBeNull();
  });
});
