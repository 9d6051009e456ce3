import { describe, expect, it } from '@jest/globals';
import type { UserId } from '@devchitchat/contracts';
import { initials, tone } from './tone';

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'AL'],
    ['amara', 'AM'],
    ['Jean-Luc van der Berg', 'JB'],
    ['🎲 dice', '🎲D'],
    ['👩‍🚀', '👩‍🚀'],
    ['x', 'X'],
  ])('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});

describe('the tone of a person', () => {
  it('is spread over all there are', () => {
    const ids = Array.from({ length: 200 }, (_, i) => `u_${String(i).padStart(16, '0')}` as UserId);
    expect(new Set(ids.map(tone)).size).toBe(10);
  });
});
