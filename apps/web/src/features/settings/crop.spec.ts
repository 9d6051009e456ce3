import { describe, expect, it } from '@jest/globals';
import { moved, sideOf, wholeOf, zoomed } from './crop';

const wide = { width: 400, height: 100 };

describe('a crop', () => {
  it('begins with the largest square in the middle', () => {
    expect(wholeOf(wide)).toEqual({ x: 200, y: 50, zoom: 1 });
    expect(sideOf(wide, wholeOf(wide))).toBe(100);
  });

  it('moves up to the edges of the picture', () => {
    expect(moved(wide, wholeOf(wide), { x: -30, y: 20 })).toEqual({ x: 170, y: 50, zoom: 1 });
    expect(moved(wide, wholeOf(wide), { x: -900, y: 0 }).x).toBe(50);
    expect(moved(wide, wholeOf(wide), { x: 900, y: 0 }).x).toBe(350);
  });

  it('zooms around its middle, and comes back into the picture when it grows', () => {
    const close = zoomed(wide, wholeOf(wide), 2);
    expect([close, sideOf(wide, close)]).toEqual([{ x: 200, y: 50, zoom: 2 }, 50]);
    const corner = moved(wide, close, { x: 900, y: 900 });
    expect(corner).toEqual({ x: 375, y: 75, zoom: 2 });
    expect(zoomed(wide, corner, 1)).toEqual({ x: 350, y: 50, zoom: 1 });
    expect(zoomed(wide, corner, 99).zoom).toBe(5);
  });
});
