import { describe, expect, it } from '@jest/globals';
import { outOfSight } from './out-of-sight';

describe('the rows out of sight', () => {
  const rows = Array.from({ length: 10 }, (_, i) => ({ top: i * 36, bottom: (i + 1) * 36 }));
  const counts = (top: number, height: number) => {
    const { above, below } = outOfSight(rows, { top, bottom: top + height });
    return [above.length, below.length];
  };

  it('are those above and below the visible part', () => {
    expect(counts(0, 360)).toEqual([0, 0]);
    expect(counts(0, 108)).toEqual([0, 7]);
    expect(counts(252, 108)).toEqual([7, 0]);
    expect(counts(108, 108)).toEqual([3, 4]);
  });

  it('include a row of which less than half is visible', () => {
    expect(counts(20, 108)).toEqual([1, 6]);
    expect(counts(16, 108)).toEqual([0, 7]);
  });

  it('are never both, and with the visible ones are all, at every position', () => {
    for (let top = -40; top < 400; top += 7) {
      const { above, below } = outOfSight(rows, { top, bottom: top + 100 });
      expect(new Set([...above, ...below]).size).toBe(above.length + below.length);
      expect(above.every((row) => below.every((other) => row.bottom <= other.top))).toBe(true);
    }
  });
});
