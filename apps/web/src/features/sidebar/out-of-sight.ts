/** A row of a list, in the coordinates of the list's visible part. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** The rows above and below the visible part. A row counts as visible once half of it is. */
export function outOfSight<Row extends Extent>(
  rows: readonly Row[],
  sight: Extent,
): { readonly above: readonly Row[]; readonly below: readonly Row[] } {
  const middle = ({ top, bottom }: Row): number => (top + bottom) / 2;
  return {
    above: rows.filter((row) => middle(row) < sight.top),
    below: rows.filter((row) => middle(row) > sight.bottom),
  };
}
