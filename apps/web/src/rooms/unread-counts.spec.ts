import { describe, expect, it } from '@jest/globals';
import type { RoomId } from '@devchitchat/contracts';
import type { HeldRoom } from './held-room';
import { pageTitle, unreadCounts } from './unread-counts';

const [a, b, c] = ['r_a', 'r_b', 'r_c'] as [RoomId, RoomId, RoomId];
const upTo = (headSeq: number) => ({ timeline: { messages: [], headSeq } }) as unknown as HeldRoom;

describe('the unread counts', () => {
  it('name the rooms in which something came since', () => {
    const rooms = new Map([
      [a, upTo(9)],
      [b, upTo(4)],
      [c, upTo(7)],
    ]);
    const seen = new Map([
      [a, 5],
      [b, 4],
    ]);
    expect([...unreadCounts(rooms, seen)]).toEqual([[a, 4]]);
  });
});

describe("the page's title", () => {
  it('says where one is, and how much there is to read', () => {
    expect([pageTitle(0, null), pageTitle(3, 'lobby'), pageTitle(120, 'lobby')]).toEqual([
      'devchitchat',
      '(3) lobby · devchitchat',
      '(99+) lobby · devchitchat',
    ]);
  });
});
