import { composed, folded, wide, wordsInFolded } from './words';

/** Queries are cut at this many pieces, because longer ones take long and find nothing better. */
const maxPieces = 200;
const maxTerms = 10;
const maxOperators = 10;
/** Characters. */
const longestTerm = 64;
/**
 * UTF-16 code units of a word or value that are read. Combining marks may make `longestTerm` characters longer than
 * that many units.
 */
const longestPiece = 4 * longestTerm;

/** A part of a query that a message has to contain. */
export interface Term {
  /** Its words in comparison form, in order. Empty if it contains no letter. */
  readonly words: readonly string[];
  /** As typed, folded. */
  readonly literal: string;
  /** The term is compared verbatim: without its signs, `c++` or `-x` would match almost every message. */
  readonly signs: boolean;
  /** Quoted: matches whole words only. */
  readonly whole: boolean;
}

export const operatorNames = ['from', 'in', 'before', 'after', 'on', 'has', 'is', 'mentions'] as const;
export type OperatorName = (typeof operatorNames)[number];

export interface Operator {
  readonly operator: OperatorName;
  readonly value: string;
}

export interface Query {
  /** A message has to contain all of them. */
  readonly terms: readonly Term[];
  readonly operators: readonly Operator[];
}

const piece = /([a-z]{2,8}):(?:"([^"]*)(?:"|$)|(\S*))|"([^"]*)("|$)|[^\s"]+/gi;

/**
 * Parses a query. Every text is valid; some find nothing. Takes linear time: each piece is read once, and cut before
 * any further work.
 */
export function parseQuery(text: string): Query {
  const terms = new Map<string, Term>();
  const operators = new Map<string, Operator>();
  const lone = new Map<string, Term>();
  const look = (written: string, whole: boolean): void => {
    if (terms.size >= maxTerms) return;
    const term = termOf(written, whole);
    if (!term) return;
    const isLone = term.words.length === 0 && !isLongEnough(term.literal);
    (isLone ? lone : terms).set(`${String(whole)} ${term.literal}`, term);
  };
  let pieces = 0;
  for (const [whole, name, quoted, bare, phrase, closing] of composed(typed(text)).matchAll(piece)) {
    if (++pieces > maxPieces) break;
    const operator = operatorNames.find((known) => known === name?.toLowerCase());
    const value = begun((quoted ?? bare ?? '').trim());
    if (phrase !== undefined) look(phrase, closing === '"');
    else if (operator === undefined) look(whole.replaceAll('"', ' '), false);
    // An operator without a value is still being typed.
    else if (value !== '' && operators.size < maxOperators)
      operators.set(`${operator}:${folded(value)}`, { operator, value });
  }
  // Signs such as - and & separate words, unless there are none.
  return {
    terms: [...(terms.size > 0 ? terms : lone).values()].slice(0, maxTerms),
    operators: [...operators.values()],
  };
}

/** A query with the signs that it means: a keyboard for Japanese types `from：` with a wide colon. */
const typed = (text: string): string =>
  text.toWellFormed().replaceAll(new RegExp(wide, 'g'), (character) => character.normalize('NFKC'));

/** Punctuation around words in a sentence. */
const opening = ' ("\'[{<';
const ending = ' .,;:!?)"\']}>';
/** Characters that accompany letters and pictograms and are not searchable alone. */
const silent = /[\p{M}\p{Cf}\p{Emoji_Modifier}\s]/gu;

function termOf(written: string, whole: boolean): Term | null {
  const start = written.search(/[^\s("'[{<]/);
  if (start === -1) return null;
  const literal = cut(withoutAround(folded(begun(written.slice(start))).replaceAll(/[\s\p{Cc}]+/gu, ' ')));
  const found = wordsInFolded(literal);
  const words = found.map(({ key }) => key);
  if (words.length === 0) return literal === '' ? null : { words, literal, signs: true, whole };
  const letters = found.reduce((sum, { start, end }) => sum + end - start, 0);
  const hasSigns = literal.replaceAll(silent, '').length > letters;
  const isAscii = !/[^ -~]/.test(literal);
  return { words, literal, signs: hasSigns && isAscii && letters <= 2, whole };
}

/** Cuts a piece to `longestPiece`. Drops half a surrogate pair at the end. */
const begun = (text: string): string =>
  text.length <= longestPiece ? text : text.slice(0, longestPiece).replace(/\p{Cs}$/u, '');

/** Works by index, because a pattern that ends in `+$` restarts at every sign of a long run. */
function withoutAround(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && opening.includes(text.charAt(start))) start++;
  while (start < end && ending.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const cut = (text: string): string => Array.from(text).slice(0, longestTerm).join('').trim();

/** The index of parts needs at least three characters. */
export const isLongEnough = (text: string): boolean => Array.from(text).length >= 3;
