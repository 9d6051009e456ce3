import { afterNextRender, type ElementRef, type Signal } from '@angular/core';

/** A text area that is as high as its text. Created by the composer, in its injection context. */
export class GrowingArea {
  /** The style sheet alone fits the height to the text. */
  private readonly fitsItself = CSS.supports('field-sizing', 'content');

  constructor(private readonly area: Signal<ElementRef<HTMLTextAreaElement>>) {
    afterNextRender(() => {
      if (matchMedia('(pointer: fine)').matches) this.element.focus();
      this.fit();
    });
  }

  get selection(): { readonly start: number; readonly end: number } {
    const { selectionStart, selectionEnd } = this.element;
    return { start: selectionStart, end: selectionEnd };
  }

  /**
   * Shows a text and takes the focus immediately, not with the next rendering: the height is measured, and the next key
   * is typed into it.
   */
  show(text: string, caret?: number): void {
    this.element.value = text;
    this.fit();
    this.element.focus();
    if (caret !== undefined) this.element.setSelectionRange(caret, caret);
  }

  /** Fits the height to the text, in browsers without `field-sizing`: measuring costs a layout. */
  fit(): void {
    if (this.fitsItself) return;
    this.element.style.height = 'auto';
    this.element.style.height = `${String(this.element.scrollHeight)}px`;
  }

  /** Takes the focus when the user types elsewhere on the page, except for shortcuts. */
  typedElsewhere(event: KeyboardEvent): void {
    const target = event.target as HTMLElement;
    const isText =
      event.key.length === 1 &&
      !' ?/'.includes(event.key) &&
      !event.defaultPrevented &&
      !event.ctrlKey &&
      !event.metaKey &&
      !event.altKey;
    const isFree = target === document.body || target.getAttribute('role') === 'log' || target.localName === 'article';
    if (isText && isFree && !document.querySelector('dialog[open]')) this.element.focus();
  }

  private get element(): HTMLTextAreaElement {
    return this.area().nativeElement;
  }
}
