import { describe, expect, it } from '@jest/globals';
import type { Message } from '@devchitchat/contracts';
import { around, atEnd, followsEnd, grownBack, grownOn, maxMessages, shortened, type Window } from './window';

const stretch = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, i) => ({ seq: first + i }) as Message);
const size = ({ first, last }: Window) => last - first + 1;

describe('the window on a room', () => {
  it('opens at the end', () => {
    expect(atEnd(stretch(1, 500), 500)).toEqual({ first: 441, last: Infinity });
  });

  it('does not open across a gap', () => {
    expect(atEnd([...stretch(1, 100), ...stretch(480, 500)], 500).first).toBe(480);
  });

  it('waits below messages that are not held yet', () => {
    expect(atEnd([], 500)).toEqual({ first: 501, last: Infinity });
  });

  it('grows back, and drops the bottom when it is long', () => {
    const messages = stretch(1, 500);
    let window = atEnd(messages, 500);
    for (let i = 0; i < 5; i++) window = grownBack(window, messages);
    expect(window.first).toBe(241);
    expect(size(window)).toBe(maxMessages);
  });

  it('stops at the earliest held message', () => {
    const window = { first: 401, last: Infinity };
    expect(grownBack(window, stretch(401, 500))).toBe(window);
  });

  it('grows on, and follows the end once it reaches it', () => {
    const messages = stretch(1, 500);
    let window: Window = around(messages, 400);
    expect(followsEnd(window)).toBe(false);
    for (let i = 0; i < 4; i++) window = grownOn(window, messages, 500);
    expect(followsEnd(window)).toBe(true);
  });

  it('does not follow the end of the held messages when the room continues after it', () => {
    expect(grownOn({ first: 61, last: 100 }, stretch(1, 100), 500).last).toBe(100);
  });

  it('never exceeds its limit', () => {
    const messages = stretch(1, 100_000);
    let window: Window = around(messages, 50_000);
    for (let i = 0; i < 50; i++) {
      window = i % 3 === 0 ? grownBack(window, messages) : grownOn(window, messages, 100_000);
      expect(size(window)).toBeLessThanOrEqual(maxMessages);
    }
  });

  it('stays short for a reader at the end of a busy room', () => {
    expect(shortened({ first: 1, last: Infinity }, stretch(1, 300), true)).toEqual({ first: 240, last: Infinity });
  });

  it('stays in place for a reader further up', () => {
    expect(shortened({ first: 1, last: Infinity }, stretch(1, 300), false)).toEqual({ first: 1, last: 300 });
  });
});
