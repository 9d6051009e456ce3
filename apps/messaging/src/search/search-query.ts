import { composed, folded, wordsIn } from './words';

/** Beyond these a query is cut: a long one takes long, and finds nothing better. */
const mostTerms = 10;
const mostOperators = 10;
/** Characters. */
const longestTerm = 64;

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

const piece = /([a-z]+):(?:"([^"]*)(?:"|$)|(\S*))|"([^"]*)("|$)|[^\s"]+/gi;

/** What somebody asks for who types this. Every text is a query; some find nothing. */
export function parseQuery(text: string): Query {
  const terms = new Map<string, Term>();
  const operators = new Map<string, Operator>();
  const look = (written: string, whole: boolean): void => {
    const term = termOf(written, whole);
    if (term && terms.size < mostTerms) terms.set(`${String(whole)} ${term.literal}`, term);
  };
  for (const [whole, name, quoted, bare, phrase, closing] of composed(text.toWellFormed()).matchAll(piece)) {
    const operator = operatorNames.find((known) => known === name?.toLowerCase());
    const value = (quoted ?? bare ?? '').trim();
    if (phrase !== undefined) look(phrase, closing === '"');
    else if (operator === undefined) look(whole.replaceAll('"', ' '), false);
    // One without a value is still being typed.
    else if (value !== '' && operators.size < mostOperators)
      operators.set(`${operator}:${folded(value)}`, { operator, value });
  }
  return { terms: [...terms.values()], operators: [...operators.values()] };
}

/** What stands around a word in a sentence. */
const around = /^[\s("'[{<]+|[\s.,;:!?)"'\]}>]+$/gu;
/** What goes with letters and pictograms without being any. */
const silent = /[\p{M}\p{Cf}\p{Emoji_Modifier}\s]/gu;

function termOf(written: string, whole: boolean): Term | null {
  const literal = cut(
    folded(written)
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .replaceAll(around, ''),
  );
  const found = wordsIn(literal);
  const words = found.map(({ key }) => key);
  if (words.length === 0) return isLongEnough(literal) ? { words, literal, signs: true, whole } : null;
  const letters = found.reduce((sum, { start, end }) => sum + end - start, 0);
  const hasSigns = literal.replaceAll(silent, '').length > letters;
  const isAscii = !/[^ -~]/.test(literal);
  return { words, literal, signs: hasSigns && isAscii && letters <= 2, whole };
}

const cut = (text: string): string => Array.from(text).slice(0, longestTerm).join('').trim();

/** The index of parts knows no fewer than three characters. */
export const isLongEnough = (text: string): boolean => Array.from(text).length >= 3;
