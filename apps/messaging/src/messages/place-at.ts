/**
 * The first place from `first` to `last` whose time is `ts` or later; `last + 1` where there is none. Every place has a time,
 * and later places have later ones, but for clocks that were set back: then it is one of the places at which times pass `ts`.
 * Looks at as many places as their number has binary digits.
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
