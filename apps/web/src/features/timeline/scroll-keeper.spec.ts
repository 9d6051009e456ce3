import { describe, expect, it } from '@jest/globals';
import { page } from '../../platform/testing/page';
import { ScrollKeeper } from './scroll-keeper';

page();

/** A place of `height` pixels with 1,000 pixels of rows, which scrolls as browsers do. */
function place(height: number) {
  const scroller = document.createElement('div');
  const rows = document.createElement('div');
  scroller.append(rows);
  const size = { shown: height, all: 1_000, top: 0 };
  const end = () => Math.max(0, size.all - size.shown);
  Object.defineProperties(scroller, {
    clientHeight: { get: () => size.shown },
    scrollHeight: { get: () => size.all },
    scrollTop: {
      get: () => Math.min(size.top, end()),
      set: (top: number) => (size.top = Math.max(0, Math.min(top, end()))),
    },
  });
  const keeper = new ScrollKeeper(scroller, rows);
  keeper.settle();
  return { size, scroller, keeper };
}

describe('the end of the timeline', () => {
  it('is kept when the place shrinks again before the browser tells of the last scroll', () => {
    const { size, keeper } = place(700);
    size.shown = 600;
    keeper.settle();
    size.shown = 400;
    keeper.noteScroll(true);
    keeper.settle();
    expect(keeper.isAtEnd).toBe(true);
    expect(keeper.below).toBe(0);
  });

  it('is kept when rows arrive before the browser tells of the last scroll', () => {
    const { size, keeper } = place(700);
    size.all = 1_300;
    keeper.noteScroll(true);
    keeper.settle();
    expect(keeper.below).toBe(0);
  });

  it('is left by a reader who scrolls up, however the place changes then', () => {
    const { size, scroller, keeper } = place(700);
    scroller.scrollTop -= 100;
    keeper.noteScroll(true);
    expect(keeper.isAtEnd).toBe(false);
    size.shown = 500;
    keeper.settle();
    expect(keeper.isAtEnd).toBe(false);
  });

  it('is left in small steps too', () => {
    const { scroller, keeper } = place(700);
    for (let step = 0; step < 6; step += 1) {
      scroller.scrollTop -= 10;
      keeper.noteScroll(true);
    }
    expect(keeper.isAtEnd).toBe(false);
  });

  it('is left while the page shows older messages only', () => {
    const { keeper } = place(700);
    keeper.noteScroll(false);
    expect(keeper.isAtEnd).toBe(false);
  });
});
