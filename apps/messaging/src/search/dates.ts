/** From the first millisecond to before the last. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

const minuteMs = 60_000;
const written = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * The year, month or day that somebody writes, as `2026`, `2026-11` or `2026-11-01`; `null` where it is none.
 *
 * @param utcOffset minutes by which their clock is ahead of UTC
 */
export function periodOf(text: string, utcOffset: number): Period | null {
  const [, year, month, day] = written.exec(text) ?? [];
  if (year === undefined) return null;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const start = Date.UTC(y, m - 1, d);
  const isReal = new Date(start).getUTCMonth() === m - 1 && new Date(start).getUTCFullYear() === y;
  if (!isReal) return null;
  let end = Date.UTC(y, m - 1, d + 1);
  if (month === undefined) end = Date.UTC(y + 1, 0, 1);
  else if (day === undefined) end = Date.UTC(y, m, 1);
  return { from: start - utcOffset * minuteMs, to: end - utcOffset * minuteMs };
}
