import { hasInk } from '@devchitchat/contracts';
import { isWordAt, isWordBefore } from './letters';
import { namesAnotherHost } from './link-label';
import type { Mentioned } from './mentions';
import { spoilerMarks } from './spoiler-marks';
import { tokens, type Token } from './tokens';

export type Style = 'strong' | 'em' | 'strike' | 'spoiler';

/** A part of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly children: readonly Inline[]; readonly href: string }
  | { readonly kind: 'mention'; readonly text: string; /** In lower case. */ readonly handle: string }
  | { readonly kind: Style; readonly children: readonly Inline[] };

/** The parts of a text. A style marker without its counterpart is plain text. */
export function inlines(text: string, mentioned: Mentioned): readonly Inline[] {
  const found = [...tokens(text)];
  const styled = new Styled(text, spoilerMarks(found).paired);
  return read(text, found, styled, (token) => {
    switch (token.kind) {
      case 'named link':
        addNamedLink(styled, token);
        break;
      case 'address': {
        const words = text.slice(token.start, token.end);
        if (token.target) styled.add({ kind: 'link', children: plain(words), href: token.target.href });
        else styled.addText(words);
        break;
      }
      case 'mention': {
        const { text: words, handle } = token;
        if (mentioned.admits(handle)) styled.add({ kind: 'mention', text: words, handle });
        else styled.addText(words);
        break;
      }
    }
  });
}

type Special = Extract<Token, { readonly kind: 'named link' | 'address' | 'mention' }>;

/** Adds all tokens and the text between them. */
function read(
  text: string,
  found: readonly Token[],
  styled: Styled,
  addSpecial: (token: Special) => void,
): readonly Inline[] {
  let at = 0;
  for (const token of found) {
    styled.addText(text.slice(at, token.start));
    at = token.end;
    if (token.kind === 'escaped') styled.addText(token.text);
    else if (token.kind === 'code') styled.add({ kind: 'code', text: token.text });
    else if (token.kind === 'markers') styled.addMarkers(token.start, token.end);
    else addSpecial(token);
  }
  styled.addText(text.slice(at));
  return styled.end();
}

function addNamedLink(styled: Styled, { label, target }: Token & { readonly kind: 'named link' }): void {
  const children = labelParts(label);
  const words = textOf(children);
  if (hasInk(words) && ![label, words].some((name) => namesAnotherHost(name, target.href))) {
    styled.add({ kind: 'link', children, href: target.href });
    return;
  }
  // Shown literally. Only its real destination is a link.
  styled.addText(`[${label}](`);
  styled.add({ kind: 'link', children: plain(target.text), href: target.href });
  styled.addText(')');
}

/** The styles and code in the text of a link. It has no links, mentions or spoilers: the whole text is one control. */
function labelParts(label: string): readonly Inline[] {
  const styled = new Styled(label, new Set());
  return read(label, [...tokens(label)], styled, ({ start, end }) => {
    styled.addText(label.slice(start, end));
  });
}

const plain = (text: string): readonly Inline[] => [{ kind: 'text', text }];

const textOf = (parts: readonly Inline[]): string =>
  parts.map((part) => ('children' in part ? textOf(part.children) : part.text)).join('');

const styles: Readonly<Record<string, Style>> = {
  '**': 'strong',
  __: 'strong',
  '*': 'em',
  _: 'em',
  '~~': 'strike',
  '||': 'spoiler',
};

/** An open style: its parts so far, and the marker that opened it. */
interface Opened {
  readonly sign: string;
  readonly children: Inline[];
}

/**
 * Puts the parts of a text into its styles. At most one of each marker is open at a time, so that no part moves more
 * often than there are markers.
 */
class Styled {
  private readonly open: Opened[] = [{ sign: '', children: [] }];

  /** @param spoilers the positions of the `||` that have a counterpart */
  constructor(
    private readonly text: string,
    private readonly spoilers: ReadonlySet<number>,
  ) {}

  add(inline: Inline): void {
    this.innermost.children.push(inline);
  }

  addText(text: string): void {
    const { children } = this.innermost;
    const last = children.at(-1);
    if (text === '') return;
    if (last?.kind === 'text') children[children.length - 1] = { kind: 'text', text: last.text + text };
    else children.push({ kind: 'text', text });
  }

  /**
   * The markers between two positions of the text: each opens or closes a style, or is plain text. The characters around
   * all of them decide, so that "f*** this" opens nothing.
   */
  addMarkers(start: number, end: number): void {
    if (this.text.startsWith('||', start)) {
      for (let at = start; at < end; at += 2) this.addSpoilerMark(at);
      return;
    }
    if (this.isBlank(start, end)) {
      this.addText(this.text.slice(start, end));
      return;
    }
    const [opens, closes] = [this.mayOpen(start, end), this.mayClose(start, end)];
    for (let at = start; at < end;) {
      const marker = this.markerAt(at, end);
      const opener = this.open.findLastIndex(({ sign }) => sign === marker);
      const isOpen = opener > this.spoiler;
      if (isOpen && closes) this.close(opener, marker);
      else if (!isOpen && opens) this.open.push({ sign: marker, children: [] });
      else this.addText(marker);
      at += marker.length;
    }
  }

  /** Nothing else decides about spoilers, neither blanks nor other styles, so that none shows what it should hide. */
  private addSpoilerMark(at: number): void {
    if (!this.spoilers.has(at)) this.addText('||');
    else if (this.spoiler === -1) this.open.push({ sign: '||', children: [] });
    else this.close(this.spoiler, '||');
  }

  /** The position of the open spoiler, whose styles end with it. */
  private get spoiler(): number {
    return this.open.findLastIndex(({ sign }) => sign === '||');
  }

  /** All parts, with the markers left open as plain text. */
  end(): readonly Inline[] {
    while (this.open.length > 1) this.spill();
    return this.innermost.children;
  }

  private get innermost(): Opened {
    return this.open.at(-1) as Opened;
  }

  /** Four or more markers stand for a hidden word or a blank, unless they end a style: "****", "____". */
  private isBlank(start: number, end: number): boolean {
    const single = this.text.charAt(start);
    return end - start > 3 && !this.open.some(({ sign }) => sign.startsWith(single));
  }

  private mayOpen(start: number, end: number): boolean {
    const isInWord = this.text.charAt(start) === '_' && isWordBefore(this.text, start);
    return !space.test(this.text.charAt(end)) && !isInWord;
  }

  private mayClose(start: number, end: number): boolean {
    const isInWord = this.text.charAt(start) === '_' && isWordAt(this.text, end);
    return !space.test(this.text.charAt(start - 1)) && !isInWord;
  }

  /** A double marker if there is room for one. A triple marker closes the innermost style first. */
  private markerAt(at: number, end: number): string {
    const single = this.text.charAt(at);
    const isTripleEnd = end - at > 2 && this.innermost.sign === single;
    return end - at > 1 && !isTripleEnd ? this.text.slice(at, at + 2) : single;
  }

  /** Markers left open within the style become plain text. */
  private close(opener: number, marker: string): void {
    while (this.open.length - 1 > opener) this.spill();
    const { children } = this.open.pop() as Opened;
    this.add({ kind: styles[marker] as Style, children });
  }

  /** The innermost style was not closed: its marker and its parts belong to the style around it. */
  private spill(): void {
    const { sign, children } = this.open.pop() as Opened;
    this.add({ kind: 'text', text: sign });
    for (const child of children) this.add(child);
  }
}

const space = /^\s?$/;
