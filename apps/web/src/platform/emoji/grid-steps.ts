/** Rows of equal width, in sections that each begin a row of their own. */
export interface Grid {
  /** Cells of each section. */
  readonly sizes: readonly number[];
  readonly columns: number;
}

/**
 * The cell that an arrow key, Home, End or a page key leads to; -1 for up out of the first row; `null` for any other key.
 * Cells are counted through all sections.
 */
export function stepped(at: number, key: string, grid: Grid): number | null {
  const last = grid.sizes.reduce((sum, size) => sum + size, 0) - 1;
  const within = (to: number): number => Math.max(0, Math.min(to, last));
  switch (key) {
    case 'ArrowRight':
      return within(at + 1);
    case 'ArrowLeft':
      return within(at - 1);
    case 'ArrowDown':
      return below(at, grid);
    case 'ArrowUp':
      return above(at, grid);
    case 'Home':
      return 0;
    case 'End':
      return last;
    case 'PageDown':
      return within(sectionOf(at, grid).end);
    case 'PageUp': {
      const { start } = sectionOf(at, grid);
      return at > start ? start : sectionOf(within(start - 1), grid).start;
    }
    default:
      return null;
  }
}

function sectionOf(at: number, { sizes }: Grid): { readonly start: number; readonly end: number } {
  let start = 0;
  for (const size of sizes) {
    if (at < start + size) return { start, end: start + size };
    start += size;
  }
  return { start, end: start };
}

function below(at: number, grid: Grid): number {
  const { columns } = grid;
  const { start, end } = sectionOf(at, grid);
  const column = (at - start) % columns;
  const nextRow = at - column + columns;
  // The last row may be shorter than this column.
  if (nextRow < end) return Math.min(at + columns, end - 1);
  const next = sectionOf(end, grid);
  return next.end === next.start ? at : Math.min(end + column, next.end - 1);
}

function above(at: number, grid: Grid): number {
  const { columns } = grid;
  const { start } = sectionOf(at, grid);
  const column = (at - start) % columns;
  if (at - columns >= start) return at - columns;
  if (start === 0) return -1;
  const { start: before } = sectionOf(start - 1, grid);
  const lastRow = before + Math.floor((start - 1 - before) / columns) * columns;
  return Math.min(lastRow + column, start - 1);
}
