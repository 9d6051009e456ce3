import { limits } from '@devchitchat/contracts';
import { addressAt, addressStart, linkTo, type Address } from './address';
import { mentionStart, nameGoesOn, touchingEnd, withoutEnd } from './letters';
import { Pairs } from './pairs';

/** A part of a line whose characters do not stand for themselves. The text between tokens is plain. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'escaped'; /** Without its backslash. */ readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'markers'; /** Any number of `||`, `~~`, `*` or `_`. */ readonly text: string }
  | { readonly kind: 'named link'; readonly label: string; readonly target: Address }
  | { readonly kind: 'address'; /** `null` if it is no link. */ readonly target: Address | null }
  | { readonly kind: 'mention'; readonly text: string; /** In lower case. */ readonly handle: string }
);

/**
 * Characters with a possible meaning: an escape, backticks, markers of a style, a named link, an address, a mention.
 * Every alternative either ends within a bounded number of characters or consumes what it has read. `\x60` is a backtick.
 */
const sign = new RegExp(
  String.raw`\\([\\\x60*_~|[\]()>@#.-])|(\x60+)|(\*+|_+|(?:~~)+|(?:\|\|)+)|(\[)|(${addressStart})|@([a-z0-9][a-z0-9_-]*)`,
  'gi',
);

function signAfter(text: string, at: number): RegExpExecArray | null {
  sign.lastIndex = at;
  return sign.exec(text);
}

/** The tokens of a text from left to right. They do not overlap, so all together take linear time. */
export function* tokens(text: string): Generator<Token, void, undefined> {
  const ticksIn = new Backticks(text);
  const links = new NamedLinks(text);
  const names = new Names(text);
  for (let found = signAfter(text, 0), at = 0; found; found = signAfter(text, at)) {
    const [whole, escaped, ticks, markers, bracket, address, name] = found;
    const start = found.index;
    const end = start + whole.length;
    at = end;
    if (escaped !== undefined) {
      yield { kind: 'escaped', start, end, text: escaped };
    } else if (ticks !== undefined) {
      const close = ticksIn.next(ticks.length, end);
      if (close === undefined) continue;
      at = close + ticks.length;
      yield { kind: 'code', start, end: at, text: codeIn(text.slice(end, close), ticks) };
    } else if (markers !== undefined) {
      yield { kind: 'markers', start, end, text: markers };
    } else if (bracket !== undefined) {
      const link = links.at(start);
      if (!link) continue;
      at = link.end;
      yield { kind: 'named link', start, ...link };
    } else if (address !== undefined) {
      const { end: until, target } = addressAt(text, start, address);
      at = until;
      yield { kind: 'address', start, end: until, target };
    } else if (name !== undefined) {
      const handle = names.handleAt(start, name);
      if (handle === null) continue;
      at = start + 1 + handle.length;
      yield { kind: 'mention', start, end: at, text: text.slice(start, at), handle: handle.toLowerCase() };
    }
  }
}

/** A code block within a quote, a list or a line is a code span, without the language and the line breaks at its ends. */
function codeIn(text: string, { length: ticks }: string): string {
  const lines = ticks < 3 ? '' : text.replace(/^(?:[\p{L}\p{N}][\p{L}\p{N}+#._-]*)?[ \t]*\n|\n$/gu, '');
  return lines.trim() === '' ? text : lines;
}

const mention = new RegExp(mentionStart, 'uy');
const moreOfName = new RegExp(nameGoesOn, 'uy');
const touched = new RegExp(touchingEnd, 'uy');

/** Names after an `@`, read from left to right. */
class Names {
  private lastEnd = -1;

  constructor(private readonly text: string) {}

  /** The handle of the mention that begins here, if it is one. A handle ends with a letter or digit, a name may not. */
  handleAt(start: number, name: string): string | null {
    const end = start + 1 + name.length;
    const handle = withoutEnd(name, '_-');
    if (!this.mayBegin(start, end) || handle.length < 2 || handle.length > limits.handleLength) return null;
    const handleEnd = start + 1 + handle.length;
    if (this.isAt(moreOfName, handleEnd)) return null;
    this.lastEnd = handleEnd;
    return handle;
  }

  private mayBegin(start: number, end: number): boolean {
    // "@ada/@bob" and "@ada+@bob" name two people.
    if (start > 0 && this.lastEnd === start - 1 && '/+.-'.includes(this.text.charAt(start - 1))) return true;
    // "请@bob.example" is a mail address.
    const isMail = /^\.[a-z\d]/i.test(this.text.slice(end, end + 2)) && this.isAt(touched, start);
    return !isMail && this.isAt(mention, start);
  }

  private isAt(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at;
    return pattern.test(this.text);
  }
}

const longestLabel = 300;
const longestTarget = 1_000;

/** Links with a text of their own: `[text](address)` and `[text](<address>)`. */
class NamedLinks {
  private readonly labels: Pairs;
  private readonly targets: Pairs;

  constructor(private readonly text: string) {
    this.labels = new Pairs(text, '[', ']', /\\[[\]]|[[\]\n]/g);
    this.targets = new Pairs(text, '(', ')', /[()\s]/g);
  }

  /** The link whose `[` is here. */
  at(start: number): { readonly label: string; readonly target: Address; readonly end: number } | null {
    const close = this.labels.partner(start);
    if (close === undefined || close === start + 1 || close - start > longestLabel + 1) return null;
    if (this.text.charAt(close + 1) !== '(') return null;
    const end = this.targets.partner(close + 1);
    if (end === undefined || end - close > longestTarget) return null;
    const target = linkTo(this.text.slice(close + 2, end).replace(/^<(.+)>$/, '$1'));
    if (!target || /[<>"`\\]/.test(target.text)) return null;
    return { label: this.text.slice(start + 1, close), target, end: end + 1 };
  }
}

/** Positions of runs of backticks in a text, by length. Scans the text once, however many lengths occur. */
class Backticks {
  private runs: Map<number, number[]> | undefined;

  constructor(private readonly text: string) {}

  /** The start of the next run of exactly this length. Positions before `from` are dropped, so call it from left to right. */
  next(length: number, from: number): number | undefined {
    this.runs ??= this.found();
    const starts = this.runs.get(length);
    while (starts && (starts.at(-1) ?? from) < from) starts.pop();
    return starts?.at(-1);
  }

  /** From last to first, so that removing the next one is cheapest. */
  private found(): Map<number, number[]> {
    const runs = new Map<number, number[]>();
    for (const { 0: run, index } of [...this.text.matchAll(/`+/g)].reverse()) {
      const starts = runs.get(run.length);
      if (starts) starts.push(index);
      else runs.set(run.length, [index]);
    }
    return runs;
  }
}
