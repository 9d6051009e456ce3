/** Distance from the bottom that counts as the bottom, in pixels. */
const nearEnd = 40;

/**
 * Keeps the visible rows in place while others change around them: at the bottom it stays at the bottom, elsewhere the
 * first visible row stays in place. Not every browser has scroll anchoring, and none for this case.
 */
export class ScrollKeeper {
  private anchor: { readonly row: Element; readonly bottom: number } | null = null;
  private stuck = true;
  /** Where the end was when it was last kept. */
  private endTop = 0;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly rows: HTMLElement,
  ) {}

  get isAtEnd(): boolean {
    return this.stuck;
  }

  /** The first visible row; `null` at the end, where it is not needed. */
  get firstRow(): Element | null {
    return this.anchor?.row ?? null;
  }

  /** Pixels of rows above and below the visible part. */
  get above(): number {
    return this.scroller.scrollTop;
  }

  get below(): number {
    return this.scroller.scrollHeight - this.scroller.clientHeight - this.scroller.scrollTop;
  }

  /** Call it after the reader, or this class, scrolled. */
  noteScroll(followsEnd: boolean): void {
    // The place can have shrunk since the scroll. Only a reader who scrolled up leaves the end.
    const hasStayed = this.stuck && this.scroller.scrollTop >= this.endTop;
    this.stuck = followsEnd && (hasStayed || this.below <= nearEnd);
    if (this.stuck) this.endTop = this.scroller.scrollTop;
    this.anchor = this.stuck ? null : this.firstInSight();
  }

  /** Call it after rows, or their space, changed. */
  settle(): void {
    if (this.stuck) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
      this.endTop = this.scroller.scrollTop;
    } else if (this.anchor?.row.isConnected) {
      this.scroller.scrollTop += this.bottomOf(this.anchor.row) - this.anchor.bottom;
    }
  }

  /** Sticks to the bottom from now on. */
  stick(): void {
    this.stuck = true;
    this.settle();
  }

  /** Centers a row and keeps it there. */
  center(row: Element): void {
    this.stuck = false;
    row.scrollIntoView({ block: 'center' });
    this.anchor = { row, bottom: this.bottomOf(row) };
  }

  private firstInSight(): ScrollKeeper['anchor'] {
    const rows = this.rows.children;
    let low = 0;
    let high = rows.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const row = rows[middle];
      if (row && this.bottomOf(row) <= 0) low = middle + 1;
      else high = middle;
    }
    // Not a divider: the day's divider moves up with every page of history.
    while (low < rows.length - 1 && rows[low]?.localName !== 'article') low += 1;
    const row = rows[low];
    return row ? { row, bottom: this.bottomOf(row) } : null;
  }

  /** Its lower edge, because a row may lose its header when another appears above it. */
  private bottomOf(row: Element): number {
    return row.getBoundingClientRect().bottom - this.scroller.getBoundingClientRect().top;
  }
}
