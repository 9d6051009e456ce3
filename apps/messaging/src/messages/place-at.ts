/**
 * The first position from `first` to `last` whose time is `ts` or later, or `last + 1` if there is none. Binary search:
 * later positions must have later times. Where a clock was set back, it finds one of the positions at which the times
 * cross `ts`.
 */
export function placeAt(first: number, last: number, ts: number, timeOf: (place: number) => number): number {
  let [low, high] = [first, last + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (timeOf(middle) < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}
