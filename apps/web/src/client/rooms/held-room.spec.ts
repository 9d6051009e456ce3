import { describe, expect, it } from '@jest/globals';
import { messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import { withMessages } from '../messages/fold';
import { caughtUp, hasGap, receive, withMorePeople, withRoomSnapshot, type HeldRoom } from './held-room';
import { aBusyRoom, type RoomLog } from '@devchitchat/contracts/testing';

const freshFrom = (log: RoomLog) => withRoomSnapshot(undefined, log.latest);
const staleFrom = (log: RoomLog, count: number) => withRoomSnapshot(undefined, log.snapshotAfter(count));

/** Deterministic, so that a failure can be repeated. */
function shuffled(events: readonly AnyEvent[], seed: number): AnyEvent[] {
  const result = [...events];
  let state = seed;
  for (let i = result.length - 1; i > 0; i--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const j = state % (i + 1);
    [result[i], result[j]] = [result[j] as AnyEvent, result[i] as AnyEvent];
  }
  return result;
}

describe('stale state plus later events equals fresh state', () => {
  const log = aBusyRoom();
  const fresh = freshFrom(log);
  const points = log.events.map((_, count) => count);

  it('with events of every type', () => {
    const types = Object.values(messagingEvents).flatMap(({ scope, type }) => (scope === 'room' ? [type] : []));
    expect([...new Set(log.events.map(({ type }) => type))].sort()).toEqual(types.sort());
  });

  it.each(points)('from event %i on, one by one', (count) => {
    expect(log.events.slice(count).reduce(receive, staleFrom(log, count))).toEqual(fresh);
  });

  it.each(points)('from event %i on, each of them twice, mixed with older ones', (count) => {
    const twice = log.events.flatMap((event) => [event, event]);
    expect(twice.reduce(receive, staleFrom(log, count))).toEqual(fresh);
  });

  it.each(points)('from event %i on, in any order', (count) => {
    for (let seed = 1; seed <= 20; seed++) {
      const held = shuffled(log.events.slice(count), seed).reduce(receive, staleFrom(log, count));
      expect(held).toEqual(fresh);
    }
  });

  it.each(points)('by the reply to a sync after event %i, with live events before and after it', (count) => {
    const live = log.events.slice(-2);
    const before = live.reduce(receive, staleFrom(log, count));
    const synced = caughtUp(before, log.events.slice(count), log.latest.head);
    expect(live.reduce(receive, synced)).toEqual(fresh);
  });

  it.each(points)('by the reply to a sync after event %i, without texts that were deleted by now', (count) => {
    expect(caughtUp(staleFrom(log, count), log.eventsLeft.slice(count), log.latest.head)).toEqual(fresh);
  });

  it.each(points)('from event %i on, when the cached messages arrive afterwards', (count) => {
    const { messages, ...stale } = log.snapshotAfter(count);
    const held = log.events.slice(count).reduce(receive, withRoomSnapshot(undefined, { ...stale, messages: [] }));
    const recalled = withMessages(held.timeline, messages);
    expect(recalled).toMatchObject({ messages: fresh.timeline.messages, headSeq: fresh.timeline.headSeq });
  });

  it.each(points)('by a snapshot, when event %i was the last one seen', (count) => {
    expect(withRoomSnapshot(staleFrom(log, count), log.latest)).toEqual(fresh);
  });
});

describe('a held room', () => {
  it('ignores an event whose predecessor is missing, and reports a gap', () => {
    const log = aBusyRoom();
    const stale = staleFrom(log, 3);
    const held = receive(stale, log.events[5] as AnyEvent);
    expect(hasGap(held)).toBe(true);
    expect(held.timeline).toBe(stale.timeline);
  });

  it('has no gap once the missing event arrives', () => {
    const log = aBusyRoom();
    const [third, fourth] = log.events.slice(3, 5) as [AnyEvent, AnyEvent];
    const held: HeldRoom = [fourth, third].reduce(receive, staleFrom(log, 3));
    expect(hasGap(held)).toBe(false);
    expect(held.head).toBe(fourth.eventId);
  });

  it('never goes back to a snapshot that was delayed', () => {
    const log = aBusyRoom();
    const fresh = freshFrom(log);
    expect(withRoomSnapshot(fresh, log.snapshotAfter(2))).toBe(fresh);
  });

  it('closes a gap by a head that names only known events', () => {
    const log = aBusyRoom();
    const held = caughtUp(staleFrom(log, 4), [], log.snapshotAfter(4).head);
    expect(held.head).toBe(log.snapshotAfter(4).head);
  });
});

describe('a room whose members arrive in parts', () => {
  const log = aBusyRoom();
  const whole = log.latest;
  const place = 'members.1';
  const part = { ...whole, members: whole.members.slice(0, 1), bans: [], mutes: [], peopleAfter: place };
  const rest = { ...whole, members: whole.members.slice(1), peopleAfter: null };

  it('is complete with the last part, also when a part came twice', () => {
    const held = withRoomSnapshot(undefined, part);
    expect(held.peopleAfter).toBe(place);
    expect(withMorePeople(held, rest)).toEqual(withRoomSnapshot(undefined, whole));
    expect(withMorePeople(withMorePeople(held, rest), rest)).toEqual(withRoomSnapshot(undefined, whole));
  });

  it('ignores a part older than itself, which may include members who left since', () => {
    const held = withRoomSnapshot(undefined, { ...part, head: whole.head + 1 });
    expect(withMorePeople(held, rest)).toBe(held);
  });
});
