import { DestroyRef, inject, signal, type ElementRef, type Signal } from '@angular/core';
import { ScrollKeeper } from './scroll-keeper';

/** Milliseconds for which the target of a jump is highlighted. */
const highlightMs = 2_000;

interface Elements {
  readonly scroller: Signal<ElementRef<HTMLElement>>;
  readonly content: Signal<ElementRef<HTMLElement>>;
}

/**
 * The reader's position in the scrolled rows: keeps the visible text in place, and knows what is above it. Created by
 * the timeline, in its injection context.
 */
export class ReaderPosition {
  private keeper: ScrollKeeper | undefined;
  private readonly observer = new ResizeObserver(() => this.keeper?.settle());
  private readonly ts = signal<number | null>(null);
  private readonly dividerAbove = signal(false);

  /** The time of the first visible message; `null` at the end, and while the divider of its day is visible too. */
  readonly tsInSight = this.ts.asReadonly();
  /** The "New" line is above the visible part. */
  readonly isDividerAbove = this.dividerAbove.asReadonly();

  constructor(private readonly elements: Elements) {
    inject(DestroyRef).onDestroy(() => this.observer.disconnect());
  }

  /** Pixels of rows above and below the visible part; `null` before the first rows. */
  get hidden(): Pick<ScrollKeeper, 'above' | 'below'> | null {
    return this.keeper ?? null;
  }

  get isAtEnd(): boolean {
    return this.keeper?.isAtEnd ?? true;
  }

  observe(): void {
    this.observer.observe(this.scroller);
    this.observer.observe(this.content);
  }

  /** The first rows will be rendered next: keeps their position from now on. */
  open(): void {
    this.keeper = new ScrollKeeper(this.scroller, this.content);
  }

  stickToEnd(): void {
    this.keeper?.stick();
  }

  noteScroll(followsEnd: boolean): void {
    this.keeper?.noteScroll(followsEnd);
    const row = this.keeper?.firstRow;
    const time = row?.querySelector('time');
    this.ts.set(row && time && !this.seesDayOf(row) ? Date.parse(time.dateTime) : null);
  }

  /** Call it after rows changed. */
  settle(): void {
    this.keeper?.settle();
  }

  /**
   * @param isBeforeRows if the line is not among the rows: whether it would be above them
   */
  lookForDivider(isBeforeRows: boolean): void {
    const line = this.content.querySelector('.unread-line');
    const top = this.scroller.getBoundingClientRect().top;
    this.dividerAbove.set(line ? line.getBoundingClientRect().bottom < top : isBeforeRows);
  }

  /**
   * Centers the row of a message, if it is rendered, and that of the next one if the message has none because it was
   * deleted at once. Returns the row.
   */
  center(seq: number): Element | null {
    const rows = [...this.content.querySelectorAll('[data-seq]')];
    const row = rows.find((each) => Number(each.getAttribute('data-seq')) >= seq) ?? rows.at(-1);
    if (!row || !this.keeper) return null;
    this.keeper.center(row);
    return row;
  }

  /** Whether the divider of a day is visible between a row and the last message before it. */
  private seesDayOf(row: Element): boolean {
    let before = row.previousElementSibling;
    while (before && before.localName !== 'article' && !before.classList.contains('day')) {
      before = before.previousElementSibling;
    }
    if (!before?.classList.contains('day')) return false;
    return before.getBoundingClientRect().bottom > this.scroller.getBoundingClientRect().top;
  }

  private get scroller(): HTMLElement {
    return this.elements.scroller().nativeElement;
  }

  private get content(): HTMLElement {
    return this.elements.content().nativeElement;
  }
}

/** Briefly highlights the target of a jump, and unfolds it. */
export function highlight(row: Element): void {
  row.querySelector<HTMLElement>('.unfold[aria-expanded=false]')?.click();
  row.classList.add('shown');
  setTimeout(() => {
    row.classList.remove('shown');
  }, highlightMs);
}
