import { expect, it } from '@jest/globals';
import { limits } from '@devchitchat/contracts';
import { piecesThatStall } from '@devchitchat/contracts/testing';
import { isEmojisOnly } from './emojis-only';

it.each([
  ['🎉', true],
  ['👩‍👩‍👧‍👦 🏳️‍🌈\n👍🏽', true],
  ['👍 yes', false],
  ['42', false],
  ['🎉'.repeat(13), false],
])('knows whether %j is a few emojis and nothing else', (text, only) => {
  expect(isEmojisOnly(text)).toBe(only);
});

it('is decided in linear time', () => {
  expect(piecesThatStall(isEmojisOnly, 4 * limits.messageBytes)).toEqual([]);
});
