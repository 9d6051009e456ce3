import type { SessionId } from '@devchitchat/contracts';
import { EndedSessions } from './ended-sessions';

const [first, second] = ['s_1', 's_2'] as SessionId[];

describe('ended sessions', () => {
  it('are remembered for longer than a handshake takes, and then forgotten', () => {
    const ended = new EndedSessions();
    ended.add(first!, 0);
    ended.add(second!, 10_000);
    expect([ended.has(first!), ended.has(second!)]).toEqual([true, true]);
    ended.add(second!, 10_001);
    expect([ended.has(first!), ended.has(second!)]).toEqual([false, true]);
  });
});
