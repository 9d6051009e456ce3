import { describe, expect, it } from '@jest/globals';
import { english } from './english';
import { german } from './german/german';
import { languageCodes, languages } from './languages';
import { sourcesIn } from './testing/sources';
import type { Catalogue, Forms } from './text';

const web = `${import.meta.dirname}/../..`;

/** What the page says, in code and in templates, without the catalogues themselves. */
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

it('has no text that nobody says', () => {
  // Some words come from the contracts: states, roles, kinds.
  const words = /^[a-z ]+$/;
  expect(Object.keys(german.texts).filter((text) => !words.test(text) && !isSaid(text))).toEqual([]);
});

describe.each(catalogues)('the catalogue %s', (code, texts) => {
  const entries = Object.entries(texts);

  it('fills in what the English does, and nothing else', () => {
    const wrong = entries.filter(([text, translation]) =>
      formsOf(translation).some(([category, form]) => {
        // "One room" may do without the number.
        const needed = placeholders(text).filter((name) => category !== 'one' || name !== '{count}');
        const given = placeholders(form);
        return needed.some((name) => !given.includes(name)) || given.some((name) => !text.includes(name));
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has every form in which the language counts', () => {
    const categories = new Intl.PluralRules(code).resolvedOptions().pluralCategories;
    const wrong = entries.flatMap(([text, translation]) => {
      const forms = typeof translation === 'string' ? null : Object.keys(translation);
      return forms === null || categories.every((category) => forms.includes(category)) ? [] : [text];
    });
    expect(wrong).toEqual([]);
  });

  it('says something everywhere', () => {
    const empty = entries.filter(([, translation]) => formsOf(translation).some(([, form]) => form.trim() === ''));
    expect(empty).toEqual([]);
  });
});
