import { hasInk } from '@devchitchat/contracts';
import { namesAnotherHost } from './link-label';
import { isWordAt, isWordBefore, tokens } from './tokens';

export type Style = 'strong' | 'em' | 'strike' | 'spoiler';

/** A part of a line. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'mention'; readonly text: string; /** In lower case. */ readonly handle: string }
  | { readonly kind: Style; readonly children: readonly Inline[] };

/** The parts of a text. A style marker without its counterpart is plain text. */
export function inlines(text: string): readonly Inline[] {
  const styled = new Styled(text);
  let at = 0;
  for (const token of tokens(text)) {
    styled.addText(text.slice(at, token.start));
    at = token.end;
    switch (token.kind) {
      case 'escaped':
        styled.addText(token.text);
        break;
      case 'code':
        styled.add({ kind: 'code', text: token.text });
        break;
      case 'markers':
        styled.addMarkers(token.start, token.end);
        break;
      case 'named link': {
        const { label, target } = token;
        if (hasInk(label) && !namesAnotherHost(label, target.href)) {
          styled.add({ kind: 'link', text: label, href: target.href });
        } else {
          // Shown literally. Only its real destination is a link.
          styled.addText(`[${label}](`);
          styled.add({ kind: 'link', ...target });
          styled.addText(')');
        }
        break;
      }
      case 'address':
        styled.add({ kind: 'link', ...token.target });
        break;
      case 'mention':
        styled.add({ kind: 'mention', text: token.text, handle: token.handle });
        break;
    }
  }
  styled.addText(text.slice(at));
  return styled.end();
}

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

  constructor(private readonly text: string) {}

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
    if (this.isBlank(start, end)) {
      this.addText(this.text.slice(start, end));
      return;
    }
    const [opens, closes] = [this.mayOpen(start, end), this.mayClose(start, end)];
    for (let at = start; at < end;) {
      const marker = this.markerAt(at, end);
      const opener = this.open.findLastIndex(({ sign }) => sign === marker);
      if (opener > 0 && closes) this.close(opener, marker);
      else if (opener === -1 && opens) this.open.push({ sign: marker, children: [] });
      else this.addText(marker);
      at += marker.length;
    }
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
