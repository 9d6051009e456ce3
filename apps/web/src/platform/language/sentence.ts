import type { Catalogue } from './catalogue/catalogue';

type Values = Readonly<Record<string, string>>;

/** The sentence with the values of its placeholders. */
export const filled = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);

/** A translation: the text itself if the catalogue has none, and of several forms the one for this count. */
export function formOf(text: string, catalogue: Catalogue, count: number | undefined, rules: Intl.PluralRules): string {
  const translation = Object.hasOwn(catalogue, text) ? catalogue[text] : undefined;
  if (translation === undefined || typeof translation === 'string') return translation ?? text;
  return translation[rules.select(count ?? 0)] ?? translation.other;
}
