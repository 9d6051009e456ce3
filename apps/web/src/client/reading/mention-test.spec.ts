import { expect, it } from '@jest/globals';
import { mayMention } from './mention-test';
import { Mentions } from './mentions';
import { mentionsPerson } from './mentions-person';

it.each([
  ['@bob, hello', true, true],
  ['hello @BOB', true, true],
  ['`@bob`', true, false],
  [String.raw`\@bob`, true, false],
  ['https://video.example/@bob/123', true, false],
  ['@bobby', true, false],
  ['bob', false, false],
])('%j may mention @Bob: %s, and does: %s', (text, may, does) => {
  expect([mayMention(text, 'Bob'), mentionsPerson(text, 'Bob')]).toEqual([may, does]);
});

it('a page misses no mention at its start, and is exact once the grammar is loaded', async () => {
  const { test } = new Mentions();
  expect(test()('`@bob`', 'bob')).toBe(true);
  while (test() === mayMention) await new Promise(setImmediate);
  expect(test()('`@bob`', 'bob')).toBe(false);
});
