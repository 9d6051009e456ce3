import { describe, expect, it } from '@jest/globals';
import { asideAfterMs, awayAfterMs, readsFor } from './attention';

describe('a page is read', () => {
  it.each([
    ['visible, focused and just used', true, true, 0, awayAfterMs],
    ['visible and focused, a minute after the last input', true, true, 60_000, awayAfterMs - 60_000],
    ['in front of an empty chair', true, true, awayAfterMs, 0],
    ['beside the window in use, untouched', true, false, 60_000, 0],
    ['beside the window in use, while it is scrolled', true, false, 0, asideAfterMs],
    ['beside the window in use, after it was scrolled', true, false, asideAfterMs, 0],
    ['hidden', false, false, 0, 0],
    ['hidden, though the browser says that it has the focus', false, true, 0, 0],
    ['used in the future, by a clock that was set', true, true, -1_000, awayAfterMs + 1_000],
  ])('%s', (_, visible, focused, quietForMs, expected) => {
    expect(readsFor({ visible, focused, quietForMs })).toBe(expected);
  });

  it('never by a hidden page, and never longer than a focused one', () => {
    for (let quietForMs = 0; quietForMs < 2 * awayAfterMs; quietForMs += 7_919) {
      for (const focused of [true, false]) {
        expect(readsFor({ visible: false, focused, quietForMs })).toBe(0);
        const reads = readsFor({ visible: true, focused, quietForMs });
        expect(reads).toBeLessThanOrEqual(readsFor({ visible: true, focused: true, quietForMs }));
        expect(reads).toBeGreaterThanOrEqual(0);
      }
    }
  });
});
