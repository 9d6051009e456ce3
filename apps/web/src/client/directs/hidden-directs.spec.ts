import { describe, expect, it } from '@jest/globals';
import { messagingEvents, type AnyEvent, type EventType, type RoomId, type RoomSnapshot } from '@devchitchat/contracts';
import { withRoomSnapshot } from '../rooms/held-room';
import { foldOwn, isListed, nothingOwn, skips } from './hidden-directs';

const roomId = 'r_0000000000000001' as RoomId;
const event = (eventId: number, { type }: EventType, body: object, prev = eventId - 1): AnyEvent => ({
  eventId,
  prev,
  ts: 0,
  actorUserId: null,
  scope: { kind: 'user', id: 'u_1' },
  type,
  trace: '',
  body,
  content: null,
});
const hidden = event(1, messagingEvents.dmHidden, { roomId, seq: 4 });
const shown = event(2, messagingEvents.dmShown, { roomId });
const saidUpTo = (headSeq: number) =>
  withRoomSnapshot(undefined, {
    room: { roomId, kind: 'direct' },
    messages: [],
    head: 9,
    headSeq,
  } as unknown as RoomSnapshot);

describe('hidden conversations', () => {
  it("follow from the user's own events, each applied once", () => {
    const own = foldOwn(nothingOwn, hidden);
    expect(own).toEqual({ head: 1, hidden: new Map([[roomId, 4]]) });
    expect(foldOwn(own, shown)).toEqual({ head: 2, hidden: new Map() });
    expect(foldOwn(foldOwn(own, shown), hidden)).toEqual({ head: 2, hidden: new Map() });
  });

  it('are uncertain when an event is missing', () => {
    expect(skips(nothingOwn, hidden)).toBe(false);
    expect(skips(nothingOwn, shown)).toBe(true);
  });

  it('are listed again with the next message', () => {
    const own = foldOwn(nothingOwn, hidden);
    expect([saidUpTo(4), saidUpTo(5)].map((held) => isListed(held, own))).toEqual([false, true]);
    expect(isListed(saidUpTo(0), nothingOwn)).toBe(true);
    expect(isListed(saidUpTo(0), { head: 1, hidden: new Map([[roomId, 0]]) })).toBe(false);
  });
});
