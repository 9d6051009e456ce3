import type { Catalogue } from './text';

type Values = Readonly<Record<string, string>>;

/** The sentence with what stands in braces filled in. */
export const filled = (sentence: string, values: Values): string =>
  sentence.replace(/\{(\w+)\}/g, (braces, name: string) => values[name] ?? braces);

/**
 * A sentence that arrives whole, such as a server's, in the language of the catalogue: found as it is, or by a pattern,
 * "Too fast: {count} at once", with what was filled in. Found nowhere, it stays as it came.
 */
export function translated(sentence: string, catalogue: Readonly<Record<string, string>>): string {
  const whole = Object.hasOwn(catalogue, sentence) ? catalogue[sentence] : undefined;
  if (whole !== undefined) return whole;
  for (const [pattern, translation] of patternsOf(catalogue)) {
    const values = expression(pattern).exec(sentence)?.groups;
    if (values)
      return filled(
        translation,
        mapped(values, (value) => translated(value, catalogue)),
      );
  }
  return sentence;
}

/** Those that say most of the sentence themselves come first. */
const patternsOf = (catalogue: Readonly<Record<string, string>>) =>
  Object.entries(catalogue)
    .filter(([sentence]) => sentence.includes('{'))
    .sort(([one], [other]) => literalLength(other) - literalLength(one));

const literalLength = (pattern: string): number => pattern.replace(/\{\w+\}/g, '').length;

const expression = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replace(/[\\^$.*+?()[\]|/]/g, '\\$&').replace(/\{(\w+)\}/g, '(?<$1>.*?)')}$`, 'su');

const mapped = (values: Values, change: (value: string) => string): Values =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(value)]));

/** What a language says for a text: the text itself where it says nothing, and of several forms the one for this count. */
export function formOf(text: string, catalogue: Catalogue, count: number | undefined, rules: Intl.PluralRules): string {
  const translation = Object.hasOwn(catalogue, text) ? catalogue[text] : undefined;
  if (translation === undefined || typeof translation === 'string') return translation ?? text;
  return translation[rules.select(count ?? 0)] ?? translation.other;
}
