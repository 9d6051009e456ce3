import { expect, it } from '@jest/globals';
import { isLongText } from './long-text';

it.each([
  ['a sentence', 'Hello you', false],
  ['twenty-four lines', 'x\n'.repeat(23) + 'x', false],
  ['twenty-five lines', 'x\n'.repeat(24) + 'x', true],
  ['2,000 letters without a line break', 'x'.repeat(2_000), false],
  ['8,000 bytes in one line', 'x'.repeat(8_000), true],
  ['4,000 signs of a quote', '>'.repeat(4_000), true],
  ['long code', '```\n' + 'let a = 1;\n'.repeat(40) + '```', true],
])('folds what would fill a screen: %s', (_, text, isLong) => {
  expect(isLongText(text)).toBe(isLong);
});
