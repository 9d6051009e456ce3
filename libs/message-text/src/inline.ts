import { handleInText, mentionStart } from '@devchitchat/contracts';
import { addressIn } from './address';
import { namesAnotherHost } from './link-label';

export type Style = 'strong' | 'em' | 'strike' | 'spoiler';

/** A part of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'mention'; readonly text: string; /** In lower case. */ readonly handle: string }
  | { readonly kind: Style; readonly children: readonly Inline[] };

const styles: Readonly<Record<string, Style>> = {
  '**': 'strong',
  __: 'strong',
  '*': 'em',
  _: 'em',
  '~~': 'strike',
  '||': 'spoiler',
};

/**
 * Characters with a possible meaning: an escape, backticks, the ends of a style, a named link, an address, a mention.
 * Every alternative either ends within a bounded number of characters or consumes what it has read. `\x60` is a backtick.
 */
const sign = new RegExp(
  String.raw`\\([\\\x60*_~|[\]()>@#.-])|(\x60+)|(\*\*|__|\*|_|~~|\|\|)|\[([^[\]\n]{1,300})\]\(([^\s()<>]{1,1000})\)|((?:https?:\/\/|mailto:)[^\s<>"]+)|@(${handleInText})`,
  'gi',
);

const mentionAt = new RegExp(mentionStart, 'uy');

function isMentionAt(start: number, text: string): boolean {
  mentionAt.lastIndex = start;
  return mentionAt.test(text);
}

const wordCharacter = /[\p{L}\p{N}_]/u;
const space = /^\s?$/;

/** An open style: its parts so far, and the marker that opened it. */
interface Opened {
  readonly sign: string;
  readonly children: Inline[];
}

/**
 * The parts of a text. A style marker without its counterpart is plain text. At most one of each marker is open at a
 * time, so that no part moves more often than there are markers.
 */
export function inlines(text: string): readonly Inline[] {
  const open: Opened[] = [{ sign: '', children: [] }];
  const ticksIn = new Backticks(text);
  const scan = new RegExp(sign);
  let at = 0;
  const innermost = (): Inline[] => (open.at(-1) as Opened).children;
  const addText = (words: string): void => {
    const last = innermost().at(-1);
    if (words === '') return;
    if (last?.kind === 'text') innermost()[innermost().length - 1] = { kind: 'text', text: last.text + words };
    else innermost().push({ kind: 'text', text: words });
  };
  const add = (end: number, inline: Inline): void => {
    innermost().push(inline);
    at = scan.lastIndex = end;
  };

  const isTripleEnd = (style: string): boolean =>
    style.length === 2 && open.at(-1)?.sign === style.charAt(0) && text.charAt(scan.lastIndex) === style.charAt(0);

  for (let found = scan.exec(text); found; found = scan.exec(text)) {
    const [whole, escaped, ticks, twins, linkText, linkTarget, address, handle] = found;
    const start = found.index;
    addText(text.slice(at, start));
    at = start;
    const before = text.charAt(start - 1);
    const end = start + whole.length;
    if (escaped !== undefined) {
      addText(escaped);
      at = end;
    } else if (ticks !== undefined) {
      const close = ticksIn.next(ticks.length, end);
      if (close !== undefined) add(close + ticks.length, { kind: 'code', text: text.slice(end, close) });
    } else if (linkText !== undefined && linkTarget !== undefined) {
      const target = addressIn(linkTarget);
      if (target?.text !== linkTarget) scan.lastIndex = start + 1;
      else if (!namesAnotherHost(linkText, target.href)) add(end, { kind: 'link', text: linkText, href: target.href });
      else {
        // Shown literally. Only its real destination is a link.
        const addressAt = end - 1 - linkTarget.length;
        addText(text.slice(start, addressAt));
        add(end - 1, { kind: 'link', text: linkTarget, href: target.href });
      }
    } else if (address !== undefined) {
      const link = wordCharacter.test(before) ? null : addressIn(address);
      if (link) add(start + link.text.length, { kind: 'link', ...link });
    } else if (handle !== undefined) {
      if (isMentionAt(start, text)) add(end, { kind: 'mention', text: whole, handle: handle.toLowerCase() });
    } else if (twins !== undefined) {
      // A triple marker closes the innermost style first.
      const style = isTripleEnd(twins) ? twins.charAt(0) : twins;
      const end = (scan.lastIndex = start + style.length);
      const after = text.charAt(end);
      const opener = open.findLastIndex((each) => each.sign === style);
      if (opener > 0 && mayClose(style, before, after)) {
        close(open, opener, style);
        at = end;
      } else if (opener === -1 && mayOpen(style, before, after)) {
        open.push({ sign: style, children: [] });
        at = end;
      }
    }
  }
  addText(text.slice(at));
  while (open.length > 1) spill(open);
  return innermost();
}

/** Markers left open within the style become plain text. */
function close(open: Opened[], opener: number, style: string): void {
  while (open.length - 1 > opener) spill(open);
  const { children } = open.pop() as Opened;
  open.at(-1)?.children.push({ kind: styles[style] as Style, children });
}

/** The innermost style was not closed: its marker and its parts belong to the style around it. */
function spill(open: Opened[]): void {
  const { sign, children } = open.pop() as Opened;
  const around = (open.at(-1) as Opened).children;
  around.push({ kind: 'text', text: sign });
  for (const child of children) around.push(child);
}

const mayOpen = (style: string, before: string, after: string): boolean =>
  !space.test(after) && !(style.startsWith('_') && wordCharacter.test(before));

const mayClose = (style: string, before: string, after: string): boolean =>
  !space.test(before) && !(style.startsWith('_') && wordCharacter.test(after));

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
