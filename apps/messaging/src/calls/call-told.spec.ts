import { limits, signalingEvents as events, type AnyEvent, type EventType } from '@devchitchat/contracts';
import { ada, bob } from '../testing/people';
import { begun, evolve, toldOf } from './call-told';

const minute = 60_000;
const at = (ts: number, type: EventType, body: object) => ({ ts, type: type.type, body }) as unknown as AnyEvent;
const joined = (ts: number, userId: string, peerId = `p_${userId}`) => at(ts, events.callJoined, { userId, peerId });
const left = (ts: number, userId: string, peerId = `p_${userId}`) => at(ts, events.callLeft, { userId, peerId });
const told = (endedAt: number, ...history: readonly AnyEvent[]) => toldOf(history.reduce(evolve, begun(0)), endedAt);

describe('what is told of a call', () => {
  it('is how long it lasted and who took part, each person once', () => {
    const history = [joined(0, ada), joined(minute, bob), left(2 * minute, ada), joined(3 * minute, ada, 'p_phone')];
    expect(told(12 * minute, ...history)).toEqual({ seconds: 720, userIds: [ada, bob], count: 2 });
  });

  it('lasts until the last one left, not while it waited for silent people to come back', () => {
    const history = [joined(0, ada), joined(0, bob), left(4 * minute, bob), left(5 * minute, ada)];
    expect(told(15 * minute, ...history)).toMatchObject({ seconds: 300 });
  });

  it('counts a device that left twice, or that is unknown, once', () => {
    const history = [joined(0, ada), left(minute, ada), left(9 * minute, ada), left(9 * minute, 'u_nobody')];
    expect(told(9 * minute, ...history)).toMatchObject({ seconds: 60, count: 1 });
  });

  it('names as many people as fit, and counts all', () => {
    const many = Array.from({ length: 40 }, (_, n) => joined(n, `u_${String(n)}`));
    expect(told(minute, ...many)).toMatchObject({ count: 40 });
    expect(told(minute, ...many)?.userIds).toHaveLength(limits.peoplePerLine);
  });

  it('is nothing if nobody is known to have been in it, and never a negative time', () => {
    expect(told(minute)).toBeNull();
    expect(told(-minute, joined(0, ada))).toMatchObject({ seconds: 0 });
  });
});
