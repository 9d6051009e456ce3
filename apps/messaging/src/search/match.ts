import { Effort } from './effort';
import { isLongEnough, type Term } from './search-query';
import { foldedWithPositions, wordsIn, type FoldedText, type Word } from './words';

/** How a term occurs in a message; greater is worse. */
export const matchQualities = { word: 0, beginning: 1, part: 2 } as const;
export type MatchQuality = (typeof matchQualities)[keyof typeof matchQualities];

/** Maximum number of noted occurrences per term. Further ones add no information. */
const maxOccurrences = 100;

/** Maximum number of marked ranges of all terms, from the first one on. */
const maxMarkedRanges = 40;

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** The occurrences of a term at its best quality. */
interface Occurrences {
  readonly quality: MatchQuality;
  readonly ranges: readonly Range[];
}

/** The best quality of a term, and its number of occurrences up to `maxOccurrences`. */
export interface Found {
  readonly quality: MatchQuality;
  readonly count: number;
}

export interface Match {
  /** One for each term. */
  readonly found: readonly Found[];
  /** The number of words in the message. */
  readonly length: number;
  /** The ranges to mark in the message, ordered and disjoint. */
  readonly ranges: readonly Range[];
}

/**
 * How all the terms occur in a message; `null` if any of them does not. Takes linear time in the length of the message.
 */
export function matchIn(message: string, terms: readonly Term[], effort = new Effort()): Match | null {
  const text = new Text(message, effort);
  const occurrences: Occurrences[] = [];
  for (const term of terms) {
    const found = text.find(term);
    if (!found) return null;
    occurrences.push(found);
  }
  return {
    found: occurrences.map(({ quality, ranges }) => ({ quality, count: ranges.length })),
    length: text.words.length,
    ranges: apart(occurrences.flatMap(({ ranges }) => ranges)).slice(0, maxMarkedRanges),
  };
}

class Text {
  readonly words: readonly Word[];
  private known: FoldedText | undefined;

  constructor(
    private readonly text: string,
    private readonly effort: Effort,
  ) {
    effort.spend(text.length);
    this.words = wordsIn(text);
  }

  find(term: Term): Occurrences | null {
    if (term.signs) return this.literally(term, matchQualities.word);
    const whole = this.inARow(term.words, (word, sought) => word === sought);
    if (whole.length > 0) return { quality: matchQualities.word, ranges: [...whole, ...this.begun(term, whole)] };
    if (term.whole) return null;
    const begun = this.begun(term, []);
    if (begun.length > 0) return { quality: matchQualities.beginning, ranges: begun };
    return isLongEnough(term.literal) ? this.literally(term, matchQualities.part) : null;
  }

  /** Words that begin with the term, without exact matches. */
  private begun(term: Term, whole: readonly Range[]): Range[] {
    if (term.whole) return [];
    const known = new Set(whole.map(({ start }) => start));
    const begun = this.inARow(term.words, (word, sought, isLast) =>
      isLast ? word.startsWith(sought) : word === sought,
    );
    return begun.filter(({ start }) => !known.has(start));
  }

  private inARow(sought: readonly string[], isIt: (word: string, sought: string, isLast: boolean) => boolean): Range[] {
    const last = sought.length - 1;
    const ranges: Range[] = [];
    for (let at = 0; last >= 0 && at + last < this.words.length && ranges.length < maxOccurrences; at++) {
      let alike = 0;
      while (alike <= last && isIt(this.words[at + alike]?.key ?? '', sought[alike] ?? '', alike === last)) alike++;
      this.effort.spend(alike + 1);
      if (alike > last) ranges.push({ start: this.words[at]?.start ?? 0, end: this.words[at + last]?.end ?? 0 });
    }
    return ranges;
  }

  private literally({ literal, signs }: Term, quality: MatchQuality): Occurrences | null {
    if (!this.known) this.effort.spend(this.text.length);
    this.effort.spend(this.text.length);
    this.known ??= foldedWithPositions(this.text);
    const { text, positionOf, endOf } = this.known;
    const ranges: Range[] = [];
    for (
      let place = text.indexOf(literal);
      place !== -1 && ranges.length < maxOccurrences;
      place = text.indexOf(literal, place + literal.length)
    ) {
      this.effort.spend(1);
      if (signs && !standsFree(text, place, literal)) continue;
      ranges.push({ start: positionOf(place), end: endOf(place + literal.length) });
    }
    return ranges.length > 0 ? { quality, ranges } : null;
  }
}

/** `c#` does not match in `abc#`. Checks only the two neighbouring characters. */
const standsFree = (text: string, place: number, literal: string): boolean =>
  !(/^\p{L}/u.test(literal) && /\p{L}$/u.test(text.slice(Math.max(0, place - 2), place))) &&
  !(/\p{L}$/u.test(literal) && /^\p{L}/u.test(text.slice(place + literal.length, place + literal.length + 2)));

/** Merges touching and overlapping ranges, in order. */
function apart(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && range.start < last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}
