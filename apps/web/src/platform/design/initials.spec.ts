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
    ['Noa (2)', 'N2'],
    ['O’Brien', 'OB'],
    ['"Kim"', 'KI'],
    ['נועה (היא)', 'נה'],
    ['!!', '!!'],
  ])('of %s are %s', (name, expected) => {
    expect(initials(name)).toBe(expected);
  });
});
