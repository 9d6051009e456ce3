import { describe, expect, it } from '@jest/globals';
import { stepped } from './grid-steps';

/**
 *  0 1 2 3
 *  4 5
 *
 *  6 7 8 9
 * 10
 */
const grid = { sizes: [6, 5], columns: 4 };
const step = (at: number, key: string) => stepped(at, key, grid);

describe('arrow keys in a grid of sections', () => {
  it('left and right step through all cells, and stop at both ends', () => {
    expect([step(5, 'ArrowRight'), step(6, 'ArrowLeft')]).toEqual([6, 5]);
    expect([step(0, 'ArrowLeft'), step(10, 'ArrowRight')]).toEqual([0, 10]);
  });

  it('down keeps the column, through a shorter row and into the next section', () => {
    expect([step(1, 'ArrowDown'), step(3, 'ArrowDown')]).toEqual([5, 5]);
    expect([step(5, 'ArrowDown'), step(4, 'ArrowDown')]).toEqual([7, 6]);
    expect([step(8, 'ArrowDown'), step(10, 'ArrowDown')]).toEqual([10, 10]);
  });

  it('up keeps the column, into the section above and out of the first row', () => {
    expect([step(5, 'ArrowUp'), step(10, 'ArrowUp')]).toEqual([1, 6]);
    expect([step(6, 'ArrowUp'), step(9, 'ArrowUp')]).toEqual([4, 5]);
    expect(step(2, 'ArrowUp')).toBe(-1);
  });

  it('Home, End and the page keys lead to both ends and to the sections', () => {
    expect([step(7, 'Home'), step(1, 'End')]).toEqual([0, 10]);
    expect([step(1, 'PageDown'), step(7, 'PageDown')]).toEqual([6, 10]);
    expect([step(8, 'PageUp'), step(6, 'PageUp'), step(2, 'PageUp')]).toEqual([6, 0, 0]);
  });

  it('any other key leads nowhere', () => {
    expect(step(1, 'a')).toBeNull();
  });
});
