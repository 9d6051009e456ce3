import { describe, expect, it } from '@jest/globals';
import { initials } from './initials';

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
