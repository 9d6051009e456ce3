/** A half-open interval in epoch milliseconds: from the first, up to but not including the last. */
export interface Period {
  readonly from: number;
  readonly to: number;
}

/** Milliseconds by which clocks are ahead of UTC at a given moment. */
export type Offsets = (ts: number) => number;

const minuteMs = 60_000;
const dayMs = 86_400_000;
const written = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;

/**
 * Parses a year, month or day, as in `2026`, `2026-11` or `2026-11-01`; `null` if the text is none.
 *
 * @param offsets the offsets of the person's zone: a day in July begins at another time of UTC than one in January
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
 * The moment a day begins, given the midnight of its date in UTC. If clocks are put forward at midnight, the day begins
 * at one o'clock; if they are put back over it, at the later midnight.
 */
function beginningOf(midnight: number, offsets: Offsets): number {
  const [before, after] = [offsets(midnight - dayMs), offsets(midnight + dayMs)];
  const [early, late] = [midnight - Math.max(before, after), midnight - Math.min(before, after)];
  return early + offsets(early) >= midnight ? early : late;
}

/**
 * @param timeZone an IANA name such as `Europe/Berlin`
 * @param utcOffset minutes ahead of UTC, used if the server does not know the zone
 */
export function offsetsOf(timeZone: string | undefined, utcOffset: number): Offsets {
  const always: Offsets = () => utcOffset * minuteMs;
  let format: Intl.DateTimeFormat | null | undefined;
  return (ts) => {
    // Built only for queries with a date, which are few.
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

/** The offset of a zone at a moment: its wall clock read as UTC, minus UTC. */
function offsetIn(format: Intl.DateTimeFormat, ts: number): number {
  const parts = new Map(format.formatToParts(ts).map(({ type, value }) => [type, Number(value)]));
  const [year, month, day] = [parts.get('year') ?? 0, parts.get('month') ?? 1, parts.get('day') ?? 1];
  const shown = Date.UTC(year, month - 1, day, parts.get('hour'), parts.get('minute'), parts.get('second'));
  return shown - Math.floor(ts / 1_000) * 1_000;
}
