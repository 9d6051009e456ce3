import { DestroyRef, DOCUMENT, inject, Injectable } from '@angular/core';
import { injectTimers } from '../../platform/time/timers';

/**
 * Mentions are copied as handles, which mention again where they are pasted. Display names do not. The browser copies
 * what the page shows, so the mentions in the selection show their handles for that moment.
 */
@Injectable({ providedIn: 'root' })
export class CopiedMentions {
  private readonly document = inject(DOCUMENT);
  private readonly later = injectTimers();

  constructor() {
    const listener = () => {
      this.copying();
    };
    this.document.addEventListener('copy', listener);
    inject(DestroyRef).onDestroy(() => {
      this.document.removeEventListener('copy', listener);
    });
  }

  private copying(): void {
    const selection = this.document.getSelection();
    if (!selection || selection.isCollapsed) return;
    const range = selection.getRangeAt(0);
    // A selection that ends within a name copies that part of the name.
    const names = [...this.document.querySelectorAll<HTMLElement>('.mention[title]')]
      .flatMap(({ firstChild, title }) =>
        firstChild instanceof Text ? { text: firstChild, name: firstChild.data, title } : [],
      )
      .filter(({ text }) => range.comparePoint(text, 0) === 0 && range.comparePoint(text, text.length) === 0);
    for (const { text, title } of names) replace(text, title);
    this.later(() => {
      for (const { text, name } of names) replace(text, name);
    }, 0);
  }
}

/** Writes other words without moving the ends of a selection that includes them, unlike `data`. */
function replace(text: Text, words: string): void {
  const { length } = text;
  text.insertData(0, words);
  text.deleteData(words.length, length);
}
