/** How near to the bottom counts as being there, in pixels. */
const nearEnd = 40;

/**
 * Keeps what is read in its place while rows come and go around it: at the bottom it stays at the bottom, elsewhere the
 * first row in sight stays where it is. Browsers have such an anchoring of their own, but not all, and not for this.
 */
export class ScrollKeeper {
  private anchor: { readonly row: Element; readonly bottom: number } | null = null;
  private stuck = true;

  constructor(
    private readonly scroller: HTMLElement,
    private readonly rows: HTMLElement,
  ) {}

  get isAtEnd(): boolean {
    return this.stuck;
  }

  /** The first row in sight; `null` at the end, where nobody asks. */
  get firstRow(): Element | null {
    return this.anchor?.row ?? null;
  }

  /** Pixels of rows above and below what is in sight. */
  get above(): number {
    return this.scroller.scrollTop;
  }

  get below(): number {
    return this.scroller.scrollHeight - this.scroller.clientHeight - this.scroller.scrollTop;
  }

  /** After the reader, or this class, has scrolled. */
  noteScroll(followsEnd: boolean): void {
    this.stuck = followsEnd && this.below <= nearEnd;
    this.anchor = this.stuck ? null : this.firstInSight();
  }

  /** After rows, or the space for them, have changed. */
  settle(): void {
    if (this.stuck) {
      this.scroller.scrollTop = this.scroller.scrollHeight;
    } else if (this.anchor?.row.isConnected) {
      this.scroller.scrollTop += this.bottomOf(this.anchor.row) - this.anchor.bottom;
    }
  }

  /** From now on at the bottom. */
  stick(): void {
    this.stuck = true;
    this.settle();
  }

  /** Puts a row into the middle, and keeps it there. */
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
    // Not a divider: the one of the day moves up with every page of history.
    while (low < rows.length - 1 && rows[low]?.localName !== 'article') low += 1;
    const row = rows[low];
    return row ? { row, bottom: this.bottomOf(row) } : null;
  }

  /** Its lower edge, because a row may lose its head when the one before it appears. */
  private bottomOf(row: Element): number {
    return row.getBoundingClientRect().bottom - this.scroller.getBoundingClientRect().top;
  }
}
