import { blocks, type Block } from './blocks';
import type { Inline } from './inline';
import { mentionsIn } from './mentions';

/** Deterministic, so that a failure can be repeated. */
let state = 11;
function random(): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state / 2 ** 32;
}

const oneOf = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
const some = <Item>(items: readonly Item[], longest: number): Item[] =>
  Array.from({ length: Math.floor(random() * (longest + 1)) }, () => oneOf(items));

/** The people whose names the page shows as mentions. */
function shownIn(all: readonly Block[]): Set<string> {
  const namesIn = (parts: readonly Inline[]): string[] =>
    parts.flatMap((part) => (part.kind === 'mention' ? part.handle : 'children' in part ? namesIn(part.children) : []));
  const namesOf = (block: Block): string[] => {
    if (block.kind === 'code') return [];
    if (block.kind === 'spoiler') return block.blocks.flatMap(namesOf);
    return block.kind === 'list' ? block.items.flatMap(namesIn) : namesIn(block.children);
  };
  return new Set(all.flatMap(namesOf));
}

const names = ['@ada', '@bob', '@everyone', '@Ada-2', '@x_y', '@bob_', '@a'];
const pieces = [
  ...names,
  ...names,
  ...[
    '`',
    '``',
    '```',
    '```js',
    '````',
    '```a b',
    '\n',
    '\n',
    '\n\n',
    '> ',
    '- ',
    '1. ',
    '||',
    '||',
    '**',
    '*',
    '_',
    '~~',
  ],
  ...['\\', '[', ']', '](', '(', ')', '](https://a.example)', 'https://a.example/', 'https://a.example', 'ftp://x/'],
  ...[
    'mailto:',
    'social.example/',
    'mail',
    '请',
    'é',
    'は',
    'مع',
    '.',
    ',',
    '。',
    '/',
    '+',
    '-',
    ' ',
    ' ',
    '👍',
    '\u200b',
  ],
];

it('whom the server notifies is whom the page highlights, whatever surrounds a name', () => {
  const disagreements: string[] = [];
  for (let round = 0; round < 20_000; round++) {
    const text = some(pieces, 24).join('');
    const { handles, everyone } = mentionsIn(text);
    const notified = [...handles, ...(everyone ? ['everyone'] : [])];
    if ([...shownIn(blocks(text))].sort().join() !== notified.sort().join()) disagreements.push(text);
  }
  expect(disagreements).toEqual([]);
});

it('the page highlights no more people than the server notifies', () => {
  const text = Array.from({ length: 150 }, (_, at) => `@p${String(at)}`).join(' ') + '\n- @p3 @p149 @everyone';
  expect([...shownIn(blocks(text))]).toEqual([...mentionsIn(text).handles, 'everyone']);
  expect(mentionsIn(text).handles.size).toBe(100);
});

describe('mentions × the scripts around them', () => {
  const mentioned = (text: string) => [...mentionsIn(text).handles].join();

  it.each(['请', 'に', 'カ', '저는', 'ถึง', 'ດ', 'ៗ', 'ဗ', 'ל', 'مع', 'لـ'])('a name may follow %s', (word) => {
    for (const text of [
      `${word}@bob`,
      `${word}@bob。`,
      `${word}**@bob**`,
      `${word}_@bob_`,
      `@bob${word}`,
      `@bob ${word}`,
    ])
      expect([text, mentioned(text)]).toEqual([text, 'bob']);
  });

  it.each(['mail', 'é', 'e\u0301', 'я', 'λ', 'मि', 'ß', '9', '𝐚'])('a name may not touch %s', (word) => {
    for (const text of [`${word}@bob`, `${word}_@bob`, `${word}+@bob`])
      expect([text, mentioned(text)]).toEqual([text, '']);
  });

  it.each(['é', '\u0301', 'я', 'λ', 'मि', 'ß', '𝐚', '-für'])('a name does not end before %s', (rest) => {
    expect(mentioned(`@bob${rest}`)).toBe('');
  });

  it.each(Array.from('.,;:!?…-_*~|)]}\'"’”»。、，！？）」』،؟।—'))('a name ends before %s', (mark) => {
    for (const text of [`@bob${mark}`, `@bob${mark}${mark}`, `@bob${mark} x`, `请@bob${mark}`])
      expect([text, mentioned(text)]).toEqual([text, 'bob']);
  });
});
