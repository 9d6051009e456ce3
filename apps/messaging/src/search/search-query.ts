import { folded, indexed, wordsIn } from './words';

/** Beyond these a query is cut: a long one blocks everybody for seconds, and finds nothing better. */
const mostTerms = 16;
const longestTerm = 64;

export interface Term {
  readonly word: string;
  /** It may be the beginning of a word: the last one is still being typed. */
  readonly prefix: boolean;
}

/** What is searched for. Every text has terms, or has none and finds nothing; none is an error. */
export function termsOf(text: string): readonly Term[] {
  const words = wordsIn(indexed(text)).map((word) => word.text);
  const distinct = [...new Map(words.map((word) => [folded(word), word])).values()].slice(0, mostTerms);
  return distinct.map((word) => ({
    word: word.slice(0, longestTerm).replace(/\p{Cs}/gu, ''),
    prefix: word === words.at(-1) || word.length > longestTerm,
  }));
}

/** Matches nothing; FTS5 has no empty expression. */
const emptyPhrase = '""';

/** All of the terms, in FTS5's words. Quoted, because `NEAR`, `-` and `*` would mean something there. */
export const matchExpression = (terms: readonly Term[]): string =>
  terms.map(({ word, prefix }) => `"${word}"${prefix ? '*' : ''}`).join(' ') || emptyPhrase;

/** True for words that are one of the terms, or begin with one where that is enough. */
export function matcherOf(terms: readonly Term[]): (word: string) => boolean {
  const sought = terms.map(({ word, prefix }) => ({ text: folded(word), prefix }));
  return (word) => {
    const found = folded(word);
    return sought.some(({ text, prefix }) => (prefix ? found.startsWith(text) : found === text));
  };
}
