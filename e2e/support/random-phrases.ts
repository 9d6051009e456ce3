import type { Random } from './seeded-random';

/** A part of a message in the exporter's form, and how it has to arrive. */
export interface Phrase {
  readonly exported: { readonly content: string } & Readonly<Record<string, unknown>>;
  readonly arrives: string;
  readonly mentions: readonly Named[];
}

interface Named {
  readonly id: string;
  readonly name: string;
  readonly nickname: string;
}

const said = (content: string, arrives = content): Omit<Phrase, 'mentions'> => ({ exported: { content }, arrives });

const words = [
  said('Hello there.'),
  said('help@Samsung.example and https://social.example/@Sam'),
  said('`@Sam` in code'),
  said('علی‌رضا 🏳️‍🌈 木 שלום'),
  said('two\n\nlines  with   blanks'),
  said('```ts\nconst a = 1;\n```'),
  said('```one line```', '```\none line\n```'),
  said('<:party:12> at <t:1558264781:R>', ':party: at 2019-05-19 11:19 UTC'),
  said('wood '.repeat(2_500)),
  said('木'.repeat(4_000)),
  said(`\`\`\`\n${'  a line of code\n'.repeat(900)}\`\`\``),
];

const things: readonly Omit<Phrase, 'mentions'>[] = [
  { exported: { content: '', embeds: [{ fields: [{ name: 'a', value: 'b' }] }] }, arrives: '> **a**: b' },
  { exported: { content: '', embeds: [{ title: '', footer: { text: 'f' } }] }, arrives: '> f' },
  {
    exported: {
      content: 'see',
      embeds: [{ title: 'T', fields: [{ name: 'a', value: 'b' }], image: { url: 'https://x.example/i' } }],
    },
    arrives: 'see\n> **T**\n> **a**: b\n> [image](https://x.example/i)',
  },
  {
    exported: { content: '', attachments: [{ id: '1', url: 'https://x.example/f', fileName: 'f', fileSizeBytes: 9 }] },
    arrives: '📎 [f](https://x.example/f), 1 kB',
  },
];

const forwards: readonly Omit<Phrase, 'mentions'>[] = [
  {
    exported: { content: '', stickers: [{ id: '1', name: 'wave', format: 'Png', sourceUrl: 'https://x.example/s' }] },
    arrives: 'Sticker: [wave](https://x.example/s)',
  },
  {
    exported: {
      content: '',
      forwardedMessage: { content: 'once\nsaid', attachments: [], embeds: [{ title: 'T' }], stickers: [] },
    },
    arrives: 'Forwarded:\n> once\n> said\n> > **T**',
  },
];

/** Makes up a phrase: words, a mention, or something besides words. */
export function randomPhrase(random: Random, people: readonly Named[], knowsForwards: boolean): Phrase {
  const kind = random.below(3);
  if (kind === 0) return { ...random.of(words), mentions: [] };
  if (kind === 1) return { ...random.of(knowsForwards ? [...things, ...forwards] : things), mentions: [] };
  const person = random.of(people);
  const [before, after] = random.of([
    ['', ''],
    ['ask ', ', not @Samanthas'],
    ['*', '*!'],
    ['(', ')'],
  ] as const);
  const isById = random.below(2) === 0 || person.nickname.trim() === '';
  const mention = isById ? `<@${person.id}>` : `@${person.nickname}`;
  return {
    exported: { content: `${before}${mention}${after}` },
    arrives: `${before}{@${person.id}}${after}`,
    mentions: [person],
  };
}
