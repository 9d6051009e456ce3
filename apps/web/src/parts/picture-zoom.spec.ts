import { describe, expect, it } from '@jest/globals';
import { moved, swipe, whole, zoomed } from './picture-zoom';

const stage = { width: 400, height: 300 };
const picture = { width: 400, height: 200 };

describe('the zoom of a picture', () => {
  it('keeps the part under the pointer in its place', () => {
    expect(zoomed(whole, 2, { x: 100, y: 0 }, stage, picture)).toEqual({ scale: 2, x: -100, y: 0 });
  });

  it('shows no gap at an edge that the picture can fill', () => {
    // 400 high on a stage of 300: 50 pixels lie beyond each edge.
    expect(zoomed(whole, 2, { x: 0, y: 100 }, stage, picture)).toEqual({ scale: 2, x: 0, y: -50 });
    expect(moved({ scale: 2, x: 0, y: 0 }, { x: 900, y: -900 }, stage, picture)).toEqual({ scale: 2, x: 200, y: -50 });
  });

  it('ends at the whole picture, which cannot be moved, and at eight times its size', () => {
    expect(zoomed({ scale: 2, x: 100, y: 20 }, 0.1, { x: 0, y: 0 }, stage, picture)).toEqual(whole);
    expect(moved(whole, { x: 50, y: 50 }, stage, picture)).toEqual(whole);
    expect(zoomed(whole, 100, { x: 0, y: 0 }, stage, picture).scale).toBe(8);
  });
});

describe('a swipe', () => {
  it('to the left leads to the next picture, to the right to the previous one', () => {
    expect([swipe({ x: -80, y: 10 }), swipe({ x: 80, y: -10 })]).toEqual([1, -1]);
  });

  it('is long and level', () => {
    expect([swipe({ x: -40, y: 0 }), swipe({ x: -80, y: 60 }), swipe({ x: 0, y: 90 })]).toEqual([0, 0, 0]);
  });
});
