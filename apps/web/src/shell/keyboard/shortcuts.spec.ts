import { describe, expect, it } from '@jest/globals';
import { shortcutOf, stepped, type Keystroke } from './shortcuts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
const pressed = (key: string, ...held: (keyof typeof none)[]): Keystroke => ({
  key,
  ...none,
  ...Object.fromEntries(held.map((modifier) => [modifier, true])),
});

describe('a key', () => {
  it.each([
    [pressed('k', 'ctrlKey'), 'palette'],
    [pressed('K', 'metaKey'), 'palette'],
    [pressed('/', 'ctrlKey'), 'sheet'],
    [pressed('/', 'ctrlKey', 'shiftKey'), 'sheet'],
    [pressed('f', 'ctrlKey'), 'search'],
    [pressed('ArrowDown', 'altKey'), 'next room'],
    [pressed('ArrowUp', 'altKey', 'shiftKey'), 'previous unread'],
    [pressed('?', 'shiftKey'), null],
    [pressed('/'), null],
    [pressed('Escape'), null],
    [pressed('a'), null],
  ] as const)('with a modifier works while the user types: %j', (stroke, shortcut) => {
    expect(shortcutOf(stroke, true)).toBe(shortcut);
  });

  it.each([
    [pressed('?', 'shiftKey'), 'sheet'],
    [pressed('/'), 'search'],
    [pressed('Escape'), 'composer'],
    [pressed('a'), null],
    [pressed('k', 'ctrlKey', 'altKey'), null],
    [pressed('k', 'ctrlKey', 'shiftKey'), null],
  ] as const)('without a modifier works while the user does not type: %j', (stroke, shortcut) => {
    expect(shortcutOf(stroke, false)).toBe(shortcut);
  });
});

it('wraps around at both ends of a list, and enters it from outside', () => {
  const rooms = ['a', 'b', 'c'];
  expect([stepped(rooms, 2, 1), stepped(rooms, 0, -1)]).toEqual(['a', 'c']);
  expect([stepped(rooms, -1, 1), stepped(rooms, -1, -1)]).toEqual(['a', 'c']);
  expect(stepped([], -1, 1)).toBeUndefined();
});
