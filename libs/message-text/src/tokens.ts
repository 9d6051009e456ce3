import { addressIn, type Address } from './address';
import { handleInText, mentionStart, wordCharacter } from './mention-signs';

/** A part of a line whose characters do not stand for themselves. The text between tokens is plain. */
export type Token = { readonly start: number; readonly end: number } & (
  | { readonly kind: 'escaped'; /** Without its backslash. */ readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'markers'; /** Any number of `||`, `~~`, `*` or `_`. */ readonly text: string }
  | { readonly kind: 'named link'; readonly label: string; readonly target: Address }
  | { readonly kind: 'address'; readonly target: Address }
  | { readonly kind: 'mention'; readonly text: string; /** In lower case. */ readonly handle: string }
);

/**
 * Characters with a possible meaning: an escape, backticks, markers of a style, a named link, an address, a mention.
 * Every alternative either ends within a bounded number of characters or consumes what it has read. `\x60` is a backtick.
 */
const sign = new RegExp(
  String.raw`\\([\\\x60*_~|[\]()>@#.-])|(\x60+)|(\*+|_+|(?:~~)+|(?:\|\|)+)|\[([^[\]\n]{1,300})\]\(([^\s()<>]{1,1000})\)|((?:https?:\/\/|mailto:)[^\s<>"]+)|@(${handleInText})`,
  'gi',
);

const mentionAt = new RegExp(mentionStart, 'uy');

function isMentionAt(start: number, text: string): boolean {
  mentionAt.lastIndex = start;
  return mentionAt.test(text);
}

const word = new RegExp(wordCharacter, 'u');

/** Whether the character at a position, or the one before it, belongs to a word. */
export const isWordAt = (text: string, at: number): boolean => word.test(Array.from(text.slice(at, at + 2))[0] ?? '');
export const isWordBefore = (text: string, at: number): boolean =>
  word.test(Array.from(text.slice(Math.max(0, at - 2), at)).at(-1) ?? '');

/** The tokens of a text from left to right. They do not overlap, so all together take linear time. */
export function* tokens(text: string): Generator<Token, void, undefined> {
  const ticksIn = new Backticks(text);
  const scan = new RegExp(sign);
  for (let found = scan.exec(text); found; found = scan.exec(text)) {
    const [whole, escaped, ticks, markers, label, target, address, handle] = found;
    const start = found.index;
    const end = start + whole.length;
    if (escaped !== undefined) {
      yield { kind: 'escaped', start, end, text: escaped };
    } else if (ticks !== undefined) {
      const close = ticksIn.next(ticks.length, end);
      if (close === undefined) continue;
      scan.lastIndex = close + ticks.length;
      yield { kind: 'code', start, end: scan.lastIndex, text: text.slice(end, close) };
    } else if (markers !== undefined) {
      yield { kind: 'markers', start, end, text: markers };
    } else if (label !== undefined && target !== undefined) {
      const link = addressIn(target);
      if (link?.text === target) yield { kind: 'named link', start, end, label, target: link };
      else scan.lastIndex = start + 1;
    } else if (address !== undefined) {
      const link = isWordBefore(text, start) ? null : addressIn(address);
      if (!link) continue;
      scan.lastIndex = start + link.text.length;
      yield { kind: 'address', start, end: scan.lastIndex, target: link };
    } else if (handle !== undefined && isMentionAt(start, text)) {
      yield { kind: 'mention', start, end, text: whole, handle: handle.toLowerCase() };
    }
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
