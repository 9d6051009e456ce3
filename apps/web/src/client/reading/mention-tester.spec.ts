import { expect, it } from '@jest/globals';
import { mayMention } from './quick-mention-test';
import { MentionTester } from './mention-tester';
import { mentionsPerson } from './exact-mention-test';

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
  const { test } = new MentionTester();
  expect(test()('`@bob`', 'bob')).toBe(true);
  while (test() === mayMention) await new Promise(setImmediate);
  expect(test()('`@bob`', 'bob')).toBe(false);
});
