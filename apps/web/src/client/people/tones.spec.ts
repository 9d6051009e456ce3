import { describe, expect, it } from '@jest/globals';
import type { User } from '@devchitchat/contracts';
import { tonesOf } from './tones';

describe('the colours of people', () => {
  const users = Array.from({ length: 12 }, (_, i) => ({ userId: `u_${String(i)}`, createdAt: i }) as unknown as User);

  it('differ among the first ten', () => {
    expect(new Set(tonesOf(users.slice(0, 10)).values()).size).toBe(10);
  });

  it('are those that people chose', () => {
    const [first, ...others] = users;
    expect([...tonesOf([{ ...first!, tone: 7 }, ...others]).values()].slice(0, 3)).toEqual([7, 1, 2]);
  });

  it('stay when people are added, in any order', () => {
    const early = tonesOf(users.slice(0, 3));
    const later = tonesOf([...users].reverse());
    for (const [userId, tone] of early) expect(later.get(userId)).toBe(tone);
  });
});
