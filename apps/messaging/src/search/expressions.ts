import { isLongEnough, type Term } from './search-query';

/** Threes of one word that are asked for; more narrow it down no further, and each costs. */
const mostThrees = 6;

/** What may stand before a word, beside a space. */
const openers = ['(', '[', '{', '<', '"', "'", '`', '*', '_', '~', '|', '-', '/', '@', '#', ':', '.', ','];

/** Quoted, because `NEAR`, `-` and `*` would mean something to FTS5. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** The terms whose words stand in a message as such; `null` where there is none that the index of words can find. */
export function wordsExpression(terms: readonly Term[]): string | null {
  const findable = terms.filter(({ words, signs, literal }) => words.length > 0 && !(signs && isLongEnough(literal)));
  if (findable.length === 0) return null;
  return findable.map(({ words }) => `text : ${quoted(words.join(' '))}`).join(' AND ');
}

/** One of these facts, for each of the lists. */
export const factsExpression = (lists: readonly (readonly string[])[]): string | null =>
  lists.length === 0
    ? null
    : lists.map((list) => `facts : (${list.map(quoted).join(' OR ') || emptyPhrase})`).join(' AND ');

/** Finds nothing; FTS5 has no empty list. */
const emptyPhrase = '""';

/**
 * What every message has in it that has all the terms as parts of words; `null` where the index of parts cannot tell. It
 * finds too much: whether the threes stand together, only the text says.
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

/** Two letters are three characters with what stands before the word. */
const beginningWith = (text: string): string =>
  `(${[' ', ...openers].map((opener) => quoted(opener + text)).join(' OR ')})`;

const isTwoLetters = (text: string): boolean => /^[\p{L}\p{N}]{2}$/u.test(text);

/** Some of a text's runs of three characters, from its beginning to its end. */
function threesOf(text: string): string[] {
  const characters = Array.from(text);
  const last = characters.length - 3;
  const count = Math.min(mostThrees, last + 1);
  return Array.from({ length: count }, (_, at) => {
    const start = count === 1 ? 0 : Math.round((at * last) / (count - 1));
    return characters.slice(start, start + 3).join('');
  });
}
