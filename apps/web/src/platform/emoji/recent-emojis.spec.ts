import { expect, it } from '@jest/globals';
import { popularEmojis, withRecent } from './recent-emojis';

it('the emoji used last comes first, each once', () => {
  expect(withRecent(['👍', '🎉'], '🎉')).toEqual(['🎉', '👍']);
  expect(withRecent([], '🎉')).toEqual(['🎉']);
});

it('the oldest recent emoji is dropped for a new one', () => {
  const full = popularEmojis.concat('🐙', '🐢');
  expect(withRecent(full, '🦀')).toEqual(['🦀', ...full.slice(0, -1)]);
});
