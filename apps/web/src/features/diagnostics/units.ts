import { locale } from '../../platform/language/t';

const spans = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['min', 60_000],
  ['s', 1_000],
] as const;

/** "3 d 4 h", "12 s": the two largest units. */
export function span(ms: number): string {
  const from = spans.findIndex(([, length]) => ms >= length);
  if (from === -1) return '0 s';
  let rest = ms;
  const parts = spans.slice(from, from + 2).map(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest %= length;
    return count === 0 ? '' : `${String(count)} ${unit}`;
  });
  return parts.filter((part) => part !== '').join(' ');
}

/** Includes seconds. */
export const exactTime = (ts: number): string =>
  new Intl.DateTimeFormat(locale(), { dateStyle: 'short', timeStyle: 'medium' }).format(ts);
