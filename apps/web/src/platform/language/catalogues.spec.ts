import { describe, expect, it } from '@jest/globals';
import { english } from './english';
import { german } from './german/german';
import { languageCodes, languages, type LanguageCode } from './languages';
import { inGerman } from './testing/in-german';
import { sourcesIn } from './testing/sources';
import { textsIn } from './testing/texts';
import { t } from './t';
import type { Catalogue, Forms } from './catalogue/catalogue';

const web = `${import.meta.dirname}/../..`;

/** The texts of the page, in code and in templates, without the catalogues themselves. */
const said = sourcesIn(web, ['.ts', '.html'])
  .filter(({ path }) => !path.startsWith('platform/language/'))
  .map(({ text }) => text)
  .concat(Object.keys(languages))
  .join('\n');

const isSaid = (text: string) =>
  [`'${text}'`, `"${text}"`, `'${text.replaceAll("'", "\\'")}'`, `\`${text}\``].some((literal) =>
    said.includes(literal),
  );

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const formsOf = (translation: string | Forms): [string, string][] =>
  typeof translation === 'string' ? [['', translation]] : Object.entries(translation);

const catalogues: (readonly [string, Catalogue])[] = [
  ['en', english] as const,
  ...(await Promise.all(languageCodes.map(async (code) => [code, await languages[code].load?.()] as const))).flatMap(
    ([code, language]) => (language ? [[code, language.texts] as const] : []),
  ),
];

it('is set with the apostrophe of print, in every language', () => {
  const typed = [...texts, ...catalogues.flatMap(([, catalogue]) => Object.values(catalogue).flatMap(formsOf))]
    .map((text) => (typeof text === 'string' ? text : text[1]))
    .filter((text) => /\p{L}'|'\p{L}/u.test(text));
  expect(typed).toEqual([]);
});

it('has no unused text', () => {
  // Some words come from the contracts: states, roles, kinds.
  const words = /^[a-z ]+$/;
  expect(Object.keys(german.texts).filter((text) => !words.test(text) && !isSaid(text))).toEqual([]);
});

/** Names of products and keys that look like texts. */
const names = new Set(['Mac OS X']);

const texts = new Set(
  sourcesIn(web, ['.ts', '.html'])
    .filter(({ path }) => !path.startsWith('platform/language/'))
    .flatMap(textsIn)
    .filter((text) => text !== '' && !names.has(text)),
);
const isComplete = (code: LanguageCode): boolean => languages[code].isComplete;
const complete: ReadonlySet<string> = new Set(languageCodes.filter(isComplete));
const missingIn = (catalogue: Catalogue, of: Iterable<string> = texts): string[] =>
  [...of].filter((text) => !Object.hasOwn(catalogue, text));

describe.each(catalogues.filter(([code]) => code !== 'en'))('the language %s', (code, catalogue) => {
  it('translates every text if it is declared complete; else the test lists the missing ones', () => {
    const missing = missingIn(catalogue);
    if (complete.has(code)) expect(missing).toEqual([]);
    else process.stdout.write(`${code} lacks ${missing.length} texts:\n${missing.join('\n')}\n`);
  });
});

describe('a text in English only', () => {
  const planted = {
    path: 'features/planted.ts',
    text: `
      const label: Label = 'Planted';
      const titles = { on: 'A planted title', off: 'off' };
      const said = t(isOn ? 'planted here' : 'planted there', { name });
      throw new Error('No text for people.');
      @Component({ template: \`<p [title]="'Planted title' | t">{{ (isOn() ? 'planted A' : 'planted B') | t }}</p>\` })
      class Planted {}
    `,
  };

  it('is reported as missing, in code and in templates', () => {
    expect(missingIn(german.texts, textsIn(planted)).sort()).toEqual(
      ['A planted title', 'Planted', 'Planted title', 'planted A', 'planted B', 'planted here', 'planted there'].sort(),
    );
  });

  it('compiles, and is shown in English', async () => {
    const speakEnglish = await inGerman();
    expect(t('Reply')).toBe('Antworten');
    expect(t('Nobody has translated this for {name} yet.', { name: 'Ada' })).toBe(
      'Nobody has translated this for Ada yet.',
    );
    await speakEnglish();
  });
});

describe.each(catalogues)('the catalogue %s', (code, texts) => {
  const entries = Object.entries(texts);

  it('has the same placeholders as the English text', () => {
    const wrong = entries.filter(([text, translation]) =>
      formsOf(translation).some(([category, form]) => {
        // "One room" may omit the number.
        const needed = placeholders(text).filter((name) => category !== 'one' || name !== '{count}');
        const given = placeholders(form);
        return needed.some((name) => !given.includes(name)) || given.some((name) => !text.includes(name));
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has every plural form of the language', () => {
    const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    const wrong = entries.flatMap(([text, translation]) => {
      const forms = typeof translation === 'string' ? null : Object.keys(translation);
      return forms === null || categories.every((category) => forms.includes(category)) ? [] : [text];
    });
    expect(wrong).toEqual([]);
  });

  it('has no empty text', () => {
    const empty = entries.filter(([, translation]) => formsOf(translation).some(([, form]) => form.trim() === ''));
    expect(empty).toEqual([]);
  });
});
