import { limits } from '@devchitchat/contracts';
import { tokens } from './tokens';

it.each([
  ['a \\* b', [['escaped', '\\*']]],
  [
    '`a` and ``b ` c``',
    [
      ['code', '`a`'],
      ['code', '``b ` c``'],
    ],
  ],
  [
    '***a*** ~~b~~',
    [
      ['markers', '***'],
      ['markers', '***'],
      ['markers', '~~'],
      ['markers', '~~'],
    ],
  ],
  ['[@ada](https://a.example)', [['named link', '[@ada](https://a.example)']]],
  ['[@ada](a.example)', [['mention', '@ada']]],
  ['https://a.example/@ada).', [['address', 'https://a.example/@ada']]],
  ['mail@ada, @ada', [['mention', '@ada']]],
  ['`never closed, @', []],
])('the tokens of %j are %j', (text, found) => {
  expect([...tokens(text)].map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual(found);
});

it.each([
  '*',
  '_',
  '~~',
  '||',
  '[',
  '[a](',
  '`',
  '`` ` ',
  '\\',
  '@ab ',
  '@',
  'https://',
  'https://a.example/).* ',
  '](x)',
])('tokens of a text that repeats %j never overlap, so each is read once', (piece) => {
  const found = [...tokens(piece.repeat(limits.messageBytes / piece.length))];
  expect(found.filter(({ start }, at) => start < (found[at - 1]?.end ?? 0))).toEqual([]);
});
