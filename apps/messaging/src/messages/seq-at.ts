/**
 * The first `seq` from `first` to `last` whose time is `ts` or later, or `last + 1` if there is none. Binary search:
 * later `seq`s must have later times. Where a clock was set back, it finds one of the `seq`s at which the times
 * cross `ts`.
 */
export function seqAt(first: number, last: number, ts: number, timeOf: (seq: number) => number): number {
  let [low, high] = [first, last + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (timeOf(middle) < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}
