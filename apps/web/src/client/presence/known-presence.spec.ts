import { describe, expect, it } from '@jest/globals';
import { ada, bob } from '@devchitchat/contracts/testing';
import { afterPresence, stateIn } from './known-presence';

describe('presence', () => {
  it('is unknown until the server sent all of it', () => {
    const early = afterPresence(null, { whole: false, people: [{ userId: ada, state: 'active' }] });
    expect(stateIn(early, ada)).toBeNull();
    const whole = afterPresence(early, { whole: true, people: [{ userId: ada, state: 'active' }] });
    expect([stateIn(whole, ada), stateIn(whole, bob)]).toEqual(['active', 'offline']);
  });

  it('follows each change', () => {
    const before = afterPresence(null, { whole: true, people: [{ userId: ada, state: 'active' }] });
    const after = afterPresence(before, {
      whole: false,
      people: [
        { userId: ada, state: 'offline' },
        { userId: bob, state: 'hidden' },
      ],
    });
    expect([stateIn(after, ada), stateIn(after, bob)]).toEqual(['offline', 'hidden']);
    expect(stateIn(before, ada)).toBe('active');
  });

  it('is replaced by every full report', () => {
    const before = afterPresence(null, { whole: true, people: [{ userId: ada, state: 'active' }] });
    expect(stateIn(afterPresence(before, { whole: true, people: [] }), ada)).toBe('offline');
  });
});
