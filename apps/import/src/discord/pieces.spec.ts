import { utf8Length } from '@devchitchat/contracts';
import { inPieces } from './pieces';

const max = 60;
const pieces = (text: string) => inPieces(text, max);

it('a text that fits is one piece, an empty one none', () => {
  expect(pieces('short')).toEqual(['short']);
  expect(pieces(' \n')).toEqual([]);
});

it('a text is cut after a line or a word', () => {
  const line = 'a line of words that takes some forty bytes';
  expect(pieces(`${line}\n${line}`)).toEqual([line, line]);
  expect(pieces(`${line} ${line}`)).toEqual([
    'a line of words that takes some forty bytes a line of',
    'words that takes some forty bytes',
  ]);
});

it.each(['👩‍👩‍👧‍👦', '🏳️‍🌈', 'e\u0301', '🇩🇪', '木', 'क्‍ष'])('no character is cut: %s', (character) => {
  const text = character.repeat(40);
  const found = pieces(text);
  expect(found.join('')).toBe(text);
  for (const piece of found) expect(piece.replaceAll(character, '')).toBe('');
});

it('a code block is closed at the end of a piece and opened again in the next', () => {
  const code = Array.from({ length: 9 }, (_, at) => `  line ${at} of the code`).join('\n');
  const found = pieces(`Look:\n\`\`\`ts\n${code}\n\`\`\`\nand more`);
  expect(found[0]).toBe('Look:\n```ts\n  line 0 of the code\n  line 1 of the code\n```');
  expect(found[1]).toBe('```ts\n  line 2 of the code\n  line 3 of the code\n```');
  expect(found.at(-1)).toMatch(/\n```\nand more$/);
  expect(found.flatMap((piece) => piece.split('\n').filter((line) => line.startsWith('  '))).join('\n')).toBe(code);
});

it('a block of four marks is closed with four', () => {
  const found = pieces(`\`\`\`\`\n${'```\nmarks within\n'.repeat(5)}\`\`\`\``);
  for (const piece of found) expect(piece).toMatch(/^````\n[^]*\n````$/);
});

it.each(['~~~', '~~~~ts', '```|'])('marks that begin no block here are not repeated: %s', (marks) => {
  const text = `${marks}\n${'word '.repeat(20)}`;
  expect(pieces(text).join(' ').split(/\s+/).join(' ').trim()).toBe(text.split(/\s+/).join(' ').trim());
});

const seed = 20_261_128;
it(`no piece is longer than a message, and no word is lost (seed ${seed})`, () => {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const parts = [
    'word',
    ' ',
    '\n',
    '```\n',
    '```ts\n',
    '\n```\n',
    '👩‍👩‍👧‍👦',
    'w'.repeat(90),
    '木'.repeat(30),
    '````\n',
    '    ',
  ];
  for (let round = 0; round < 2_000; round++) {
    const text = Array.from({ length: below(30) }, () => parts[below(parts.length)]).join('');
    const found = pieces(text);
    for (const piece of found) {
      expect(utf8Length(piece)).toBeLessThanOrEqual(max);
      expect(piece.trim()).not.toBe('');
    }
    const words = (of: string) => of.replace(/[`\s]/g, '').replaceAll('ts', '');
    expect(words(found.join(''))).toBe(words(text));
  }
});
