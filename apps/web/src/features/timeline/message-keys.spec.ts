import { expect, it } from '@jest/globals';
import { actionOf } from './message-keys';

it('does to a message what can be done to it', () => {
  expect(actionOf('r', ['react', 'reply', 'pin'])).toBe('reply');
  expect(actionOf('+', ['react', 'reply', 'pin'])).toBe('react');
  expect(actionOf('p', ['unpin'])).toBe('unpin');
  expect(actionOf('p', ['pin'])).toBe('pin');
});

it('does nothing that cannot be done, and nothing by other keys', () => {
  expect(actionOf('e', ['react', 'reply'])).toBeNull();
  expect(actionOf('x', ['react', 'reply'])).toBeNull();
  expect(actionOf('constructor', ['react'])).toBeNull();
});
