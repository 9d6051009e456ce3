/** From the first millisecond to before the last. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** By how many milliseconds clocks are ahead of UTC at a moment. */
export type Offsets = (ts: number) => number;

const minuteMs = 60_000;
const dayMs = 86_400_000;
const written = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * The year, month or day that somebody writes, as `2026`, `2026-11` or `2026-11-01`; `null` where it is none.
 *
 * @param offsets where they are: a day in July begins at another time of UTC than one in January
 */
export function periodOf(text: string, offsets: Offsets): Period | null {
  const [, year, month, day] = written.exec(text) ?? [];
  if (year === undefined) return null;
  const [y, m, d] = [Number(year), Number(month ?? 1), Number(day ?? 1)];
  const start = Date.UTC(y, m - 1, d);
  const isReal = new Date(start).getUTCMonth() === m - 1 && new Date(start).getUTCFullYear() === y;
  if (!isReal) return null;
  let end = Date.UTC(y, m - 1, d + 1);
  if (month === undefined) end = Date.UTC(y + 1, 0, 1);
  else if (day === undefined) end = Date.UTC(y, m, 1);
  return { from: beginningOf(start, offsets), to: beginningOf(end, offsets) };
}

/**
 * The moment at which a day begins, given the midnight of its date in UTC. Where clocks are put forward at midnight, it begins
 * at one o'clock; where they are put back over it, at the midnight after which the date stays.
 */
function beginningOf(midnight: number, offsets: Offsets): number {
  const [before, after] = [offsets(midnight - dayMs), offsets(midnight + dayMs)];
  const [early, late] = [midnight - Math.max(before, after), midnight - Math.min(before, after)];
  return early + offsets(early) >= midnight ? early : late;
}

/**
 * @param timeZone such as `Europe/Berlin`
 * @param utcOffset minutes ahead of UTC, for everybody whose zone is not known here
 */
export function offsetsOf(timeZone: string | undefined, utcOffset: number): Offsets {
  const always: Offsets = () => utcOffset * minuteMs;
  let format: Intl.DateTimeFormat | null | undefined;
  return (ts) => {
    // Made for a date only: most queries have none.
    if (format === undefined) format = formatIn(timeZone);
    return format ? offsetIn(format, ts) : always(ts);
  };
}

function formatIn(timeZone: string | undefined): Intl.DateTimeFormat | null {
  if (timeZone === undefined) return null;
  const numeric = 'numeric' as const;
  const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, calendar: 'gregory', hourCycle: 'h23', ...parts });
  } catch {
    return null;
  }
}

/** What its clocks show, read as if it were UTC, less what UTC is. */
function offsetIn(format: Intl.DateTimeFormat, ts: number): number {
  const parts = new Map(format.formatToParts(ts).map(({ type, value }) => [type, Number(value)]));
  const [year, month, day] = [parts.get('year') ?? 0, parts.get('month') ?? 1, parts.get('day') ?? 1];
  const shown = Date.UTC(year, month - 1, day, parts.get('hour'), parts.get('minute'), parts.get('second'));
  return shown - Math.floor(ts / 1_000) * 1_000;
}
