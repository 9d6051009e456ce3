import { isLongEnough, type Term } from './search-query';
import { composed, foldedWithPlaces, wordsIn, type FoldedText, type Word } from './words';

/** How a term stands in a message, the worse the greater. */
export const standings = { word: 0, beginning: 1, part: 2 } as const;
export type Standing = (typeof standings)[keyof typeof standings];

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where a term stands, as it stands best. */
export interface Found {
  readonly standing: Standing;
  readonly ranges: readonly Range[];
}

export interface Match {
  /** For each term. */
  readonly found: readonly Found[];
  /** How many words the message has. */
  readonly length: number;
  /** What is to be marked, in order and apart from each other, in the composed text. */
  readonly ranges: readonly Range[];
}

/** How all the terms stand in a message; `null` where one of them does not. */
export function matchIn(message: string, terms: readonly Term[]): Match | null {
  const text = new Text(composed(message));
  const found: Found[] = [];
  for (const term of terms) {
    const it = text.find(term);
    if (!it) return null;
    found.push(it);
  }
  return { found, length: text.words.length, ranges: apart(found.flatMap(({ ranges }) => ranges)) };
}

class Text {
  readonly words: readonly Word[];
  private known: FoldedText | undefined;

  constructor(private readonly text: string) {
    this.words = wordsIn(text);
  }

  find(term: Term): Found | null {
    if (term.signs) return this.literally(term, standings.word);
    const whole = this.inARow(term.words, (word, sought) => word === sought);
    if (whole.length > 0) return { standing: standings.word, ranges: [...whole, ...this.begun(term, whole)] };
    if (term.whole) return null;
    const begun = this.begun(term, []);
    if (begun.length > 0) return { standing: standings.beginning, ranges: begun };
    return isLongEnough(term.literal) ? this.literally(term, standings.part) : null;
  }

  /** Words that only begin with the term, beside those that are it. */
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
    for (let at = 0; last >= 0 && at + last < this.words.length; at++) {
      const isHere = sought.every((word, i) => isIt(this.words[at + i]?.key ?? '', word, i === last));
      if (isHere) ranges.push({ start: this.words[at]?.start ?? 0, end: this.words[at + last]?.end ?? 0 });
    }
    return ranges;
  }

  private literally({ literal, signs }: Term, standing: Standing): Found | null {
    this.known ??= foldedWithPlaces(this.text);
    const { text, placeOf } = this.known;
    const ranges: Range[] = [];
    for (let place = text.indexOf(literal); place !== -1; place = text.indexOf(literal, place + literal.length)) {
      if (signs && !standsFree(text, place, literal)) continue;
      ranges.push({ start: placeOf(place), end: placeOf(place + literal.length) });
    }
    return ranges.length > 0 ? { standing, ranges } : null;
  }
}

/** `c#` is not in `abc#`. */
const standsFree = (text: string, place: number, literal: string): boolean =>
  !(/^\p{L}/u.test(literal) && /\p{L}$/u.test(text.slice(0, place))) &&
  !(/\p{L}$/u.test(literal) && /^\p{L}/u.test(text.slice(place + literal.length)));

/** In order, those that touch or overlap made one. */
function apart(ranges: readonly Range[]): Range[] {
  const joined: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last && range.start < last.end) joined[joined.length - 1] = { ...last, end: Math.max(last.end, range.end) };
    else joined.push(range);
  }
  return joined;
}
