import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { Message } from '@devchitchat/contracts';

/** The name of these ranges in the style sheet. */
const highlight = 'found';

/** Highlights the matches of a search in the message that the user goes to. */
@Injectable()
export class SearchHighlight {
  private readonly window = inject(DOCUMENT).defaultView;
  private message: Pick<Message, 'roomId' | 'seq'> | null = null;
  private words: readonly string[] = [];

  keep(message: Pick<Message, 'roomId' | 'seq'>, words: readonly string[]): void {
    this.message = message;
    this.words = [...new Set(words)].filter((word) => word.trim() !== '');
  }

  /** Highlights the matches if this is the message. Older browsers highlight nothing. */
  mark(shown: Element, { roomId, seq }: Pick<Message, 'roomId' | 'seq'>): void {
    if (this.message?.roomId !== roomId || this.message.seq !== seq || !this.window || !('Highlight' in this.window))
      return;
    const text = shown.querySelector('.text');
    const ranges = text ? this.words.flatMap((word) => rangesOf(word, text)) : [];
    CSS.highlights.set(highlight, new Highlight(...ranges));
  }

  clear(): void {
    this.message = null;
    if (this.window && 'Highlight' in this.window) CSS.highlights.delete(highlight);
  }
}

function rangesOf(word: string, within: Element): Range[] {
  const ranges: Range[] = [];
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.nodeValue ?? '';
    for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + word.length)) {
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + word.length);
      ranges.push(range);
    }
  }
  return ranges;
}
