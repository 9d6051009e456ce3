import { composed, folded, wordsIn } from './words';

/** Beyond these a query is cut: a long one takes long, and finds nothing better. */
const mostPieces = 200;
const mostTerms = 10;
const mostOperators = 10;
/** Characters. */
const longestTerm = 64;
/** UTF-16 code units of a word or a value that are looked at; marks may make the `longestTerm` characters longer. */
const longestPiece = 4 * longestTerm;

/** One thing that has to stand in a message. */
export interface Term {
  /** Its words, as words are compared, one after the other. None where it has no letter. */
  readonly words: readonly string[];
  /** As it was written, folded. */
  readonly literal: string;
  /** It counts sign for sign: without its signs, `c++` or `-x` would find every other message. */
  readonly signs: boolean;
  /** In quotes: whole words, not what they are part of. */
  readonly whole: boolean;
}

export const operatorNames = ['from', 'in', 'before', 'after', 'on', 'has', 'is', 'mentions'] as const;
export type OperatorName = (typeof operatorNames)[number];

export interface Operator {
  readonly operator: OperatorName;
  readonly value: string;
}

export interface Query {
  /** All of them have to stand in a message. */
  readonly terms: readonly Term[];
  readonly operators: readonly Operator[];
}

const piece = /([a-z]{2,8}):(?:"([^"]*)(?:"|$)|(\S*))|"([^"]*)("|$)|[^\s"]+/gi;

/**
 * What somebody asks for who types this. Every text is a query; some find nothing. Takes time in proportion to the text:
 * a piece is read once, and cut before anything else is done with it.
 */
export function parseQuery(text: string): Query {
  const terms = new Map<string, Term>();
  const operators = new Map<string, Operator>();
  const look = (written: string, whole: boolean): void => {
    if (terms.size >= mostTerms) return;
    const term = termOf(written, whole);
    if (term) terms.set(`${String(whole)} ${term.literal}`, term);
  };
  let pieces = 0;
  for (const [whole, name, quoted, bare, phrase, closing] of composed(text.toWellFormed()).matchAll(piece)) {
    if (++pieces > mostPieces) break;
    const operator = operatorNames.find((known) => known === name?.toLowerCase());
    const value = begun((quoted ?? bare ?? '').trim());
    if (phrase !== undefined) look(phrase, closing === '"');
    else if (operator === undefined) look(whole.replaceAll('"', ' '), false);
    // One without a value is still being typed.
    else if (value !== '' && operators.size < mostOperators)
      operators.set(`${operator}:${folded(value)}`, { operator, value });
  }
  return { terms: [...terms.values()], operators: [...operators.values()] };
}

/** What stands before and after a word in a sentence. */
const opening = ' ("\'[{<';
const ending = ' .,;:!?)"\']}>';
/** What goes with letters and pictograms without being any. */
const silent = /[\p{M}\p{Cf}\p{Emoji_Modifier}\s]/gu;

function termOf(written: string, whole: boolean): Term | null {
  const start = written.search(/[^\s("'[{<]/);
  if (start === -1) return null;
  const literal = cut(withoutAround(folded(begun(written.slice(start))).replaceAll(/[\s\p{Cc}]+/gu, ' ')));
  const found = wordsIn(literal);
  const words = found.map(({ key }) => key);
  if (words.length === 0) return isLongEnough(literal) ? { words, literal, signs: true, whole } : null;
  const letters = found.reduce((sum, { start, end }) => sum + end - start, 0);
  const hasSigns = literal.replaceAll(silent, '').length > letters;
  const isAscii = !/[^ -~]/.test(literal);
  return { words, literal, signs: hasSigns && isAscii && letters <= 2, whole };
}

/** As much of it as counts. Half a surrogate pair at the end counts for nothing. */
const begun = (text: string): string =>
  text.length <= longestPiece ? text : text.slice(0, longestPiece).replace(/\p{Cs}$/u, '');

/** By index, because a pattern that ends in `+$` begins anew at every sign of a long run of them. */
function withoutAround(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && opening.includes(text.charAt(start))) start++;
  while (start < end && ending.includes(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}

const cut = (text: string): string => Array.from(text).slice(0, longestTerm).join('').trim();

/** The index of parts knows no fewer than three characters. */
export const isLongEnough = (text: string): boolean => Array.from(text).length >= 3;
