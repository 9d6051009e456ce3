import { utf8Length } from '@devchitchat/contracts';
import { blocks, type Block, type Inline } from '@devchitchat/message-text';
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

/** The letters that a reader sees only on demand, and the others. */
function lettersOf(texts: readonly string[]): { readonly hidden: string; readonly open: string } {
  const found = { hidden: '', open: '' };
  const read = (parts: readonly Inline[], isHidden: boolean): void => {
    for (const part of parts) {
      if ('children' in part) read(part.children, isHidden || part.kind === 'spoiler');
      else found[isHidden ? 'hidden' : 'open'] += part.text;
    }
  };
  const readAll = (all: readonly Block[], isHidden: boolean): void => {
    for (const block of all) {
      if (block.kind === 'spoiler') readAll(block.blocks, true);
      else if (block.kind === 'list') block.items.forEach((item) => read(item, isHidden));
      else if (block.kind === 'code') found[isHidden ? 'hidden' : 'open'] += block.text;
      else read(block.children, isHidden);
    }
  };
  for (const text of texts) readAll(blocks(text), false);
  const letters = (text: string): string => text.replace(/\P{L}/gu, '');
  return { hidden: letters(found.hidden), open: letters(found.open) };
}

describe('a spoiler that is cut', () => {
  const words = 'a secret of many words, of which nothing is to be seen, however long it may be';
  it.each([
    `||${words}||`,
    `The end: ||${words}|| and more words after it, enough for another piece.`,
    `> ||${words}||`,
    `||\n> ${words}\n> ${words}\n||`,
    `||\n- ${words}\n- ${words}\n||`,
    `||first\n\`\`\`ts\n${words.replaceAll(' ', '\n')}\n\`\`\`\nlast||`,
    `**||${words}||**`,
    `||**${words}**||`,
    `||${'w'.repeat(200)}||`,
    `||${words}|| ||${words}||`,
    `${'seen '.repeat(11)}||${words}||`,
    `||${'hidden '.repeat(8)}|| ${'seen '.repeat(20)}`,
    `||${'secret words\n'.repeat(20)}||`,
    `||${'**secret** '.repeat(40)}||`,
    `||${'secret `a || b` '.repeat(20)}||`,
    `||${'- secret words\n'.repeat(20)}||`,
    `- ||${'secret '.repeat(40)}||`,
    `||secret\n\n${'secret '.repeat(40)}||`,
    `\`a || b\` ||${'secret '.repeat(40)}||`,
    `a || b ${'open word '.repeat(20)}`,
  ])('stays one in every piece: %j', (text) => {
    const found = pieces(text);
    expect(found.length).toBeGreaterThan(1);
    expect(lettersOf(found)).toEqual(lettersOf([text]));
  });
});

it('a quote that is cut goes on as a quote', () => {
  for (const piece of pieces(`> ${'quoted '.repeat(30)}`)) expect(piece).toMatch(/^> quoted/);
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
    '```§\n',
    '\n```\n',
    '👩‍👩‍👧‍👦',
    'w'.repeat(90),
    '木'.repeat(30),
    '````\n',
    '    ',
    '||',
    '|',
    '> ',
    '- ',
    'hidden',
  ];
  for (let round = 0; round < 2_000; round++) {
    const text = Array.from({ length: below(40) }, () => parts[below(parts.length)]).join('');
    const found = pieces(text);
    for (const piece of found) {
      expect(utf8Length(piece)).toBeLessThanOrEqual(max);
      expect(piece.trim()).not.toBe('');
    }
    const words = (of: string) => of.replace(/[`\s|>]/g, '').replaceAll('§', '');
    expect(words(found.join(''))).toBe(words(text));
  }
});
