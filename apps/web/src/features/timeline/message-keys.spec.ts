import { expect, it } from '@jest/globals';
import { actionOf } from './message-keys';

it('a key runs the action that the message offers', () => {
  expect(actionOf('r', ['react', 'reply', 'pin'])).toBe('reply');
  expect(actionOf('+', ['react', 'reply', 'pin'])).toBe('react');
  expect(actionOf('p', ['unpin'])).toBe('unpin');
  expect(actionOf('p', ['pin'])).toBe('pin');
});

it('a key without an offered action does nothing', () => {
  expect(actionOf('e', ['react', 'reply'])).toBeNull();
  expect(actionOf('x', ['react', 'reply'])).toBeNull();
  expect(actionOf('constructor', ['react'])).toBeNull();
});
