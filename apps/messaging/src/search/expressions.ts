import { isLongEnough, type Term } from './search-query';

/** Maximum number of trigrams per word in an expression. More hardly narrow the result, and each costs time. */
const maxTrigrams = 6;

/** Characters that may precede a word, besides a space. */
const openers = ['(', '[', '{', '<', '"', "'", '`', '*', '_', '~', '|', '-', '/', '@', '#', ':', '.', ','];

/** Quoted, because `NEAR`, `-` and `*` have a meaning in FTS5. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The terms that the index of words can find as whole words; `null` if there are none. */
export function wordsExpression(terms: readonly Term[]): string | null {
  const findable = terms.filter(({ words, signs, literal }) => words.length > 0 && !(signs && isLongEnough(literal)));
  if (findable.length === 0) return null;
  return findable.map(({ words }) => `text : ${quoted(words.join(' '))}`).join(' AND ');
}

/** At least one fact of each list. */
export const factsExpression = (lists: readonly (readonly string[])[]): string | null =>
  lists.length === 0
    ? null
    : lists.map((list) => `facts : (${list.map(quoted).join(' OR ') || emptyPhrase})`).join(' AND ');

/** Matches nothing; FTS5 has no empty list. */
const emptyPhrase = '""';

/**
 * An expression for messages that contain all the terms as parts of words; `null` if the index of parts cannot tell. It
 * matches too much: only the text shows whether the trigrams are adjacent.
 */
export function partsExpression(terms: readonly Term[]): string | null {
  const parts = terms.flatMap(({ words, literal, signs }) => {
    const pieces = signs ? [literal] : words;
    return pieces.flatMap((text) => {
      if (isLongEnough(text)) return threesOf(text).map(quoted);
      return isTwoLetters(text) && words.length === 1 ? [beginningWith(text)] : [];
    });
  });
  return parts.length === 0 ? null : [...new Set(parts)].join(' AND ');
}

/** Two letters become a trigram with the character before the word. */
const beginningWith = (text: string): string =>
  `(${[' ', ...openers].map((opener) => quoted(opener + text)).join(' OR ')})`;

const isTwoLetters = (text: string): boolean => /^[\p{L}\p{N}]{2}$/u.test(text);

/** Up to `maxTrigrams` trigrams of a text, spread evenly from its beginning to its end. */
function threesOf(text: string): string[] {
  const characters = Array.from(text);
  const last = characters.length - 3;
  const count = Math.min(maxTrigrams, last + 1);
  return Array.from({ length: count }, (_, at) => {
    const start = count === 1 ? 0 : Math.round((at * last) / (count - 1));
    return characters.slice(start, start + 3).join('');
  });
}
