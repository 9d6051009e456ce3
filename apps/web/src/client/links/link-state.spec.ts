import { describe, expect, it } from '@jest/globals';
import { linkState, timeLeft, type Link } from './link-state';

const link: Link = { expiresAt: 1_000, maxUses: 2, uses: 1, revokedAt: null };
const minute = 60_000;

describe('a link', () => {
  it('is open until it expires, is used up or is closed', () => {
    expect(linkState(link, 999)).toBe('open');
    expect(linkState(link, 1_000)).toBe('expired');
    expect(linkState({ ...link, uses: 2 }, 0)).toBe('used up');
    expect(linkState({ ...link, revokedAt: 5 }, 0)).toBe('revoked');
  });

  it.each([
    [20_000, 'in 1 minute'],
    [5 * minute, 'in 5 minutes'],
    [24 * 60 * minute, 'in 24 hours'],
    [7 * 24 * 60 * minute, 'in 7 days'],
  ])('that has %i ms left ends %s', (left, words) => {
    expect(timeLeft(left, 0)).toBe(words);
  });
});
