/**
 * Words as the index's `unicode61` sees them: runs of letters, digits and private-use characters, with the marks that go
 * with them.
 */
const wordPattern = /[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{M}]*/gu;

export interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export const wordsIn = (text: string): Word[] =>
  Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    text: word,
    start: index,
    end: index + word.length,
  }));

/** Without case and diacritics, as words are compared. Composed again, because Hangul falls apart into letters. */
export const folded = (word: string): string =>
  word.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC').toLowerCase();

/** One form of a text for the index and for what is searched in it: some keyboards send `é` as two characters. */
export const indexed = (text: string): string => text.normalize('NFC');
