const clock = new Intl.DateTimeFormat(undefined, { hour: '2-digit', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long' });
const fullDay = new Intl.DateTimeFormat(undefined, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const relativeDay = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

const dayMs = 86_400_000;

/** "20:31", or "08:31 PM" where that is the custom. */
export const clockTime = (ts: number): string => clock.format(ts);

/** Without the half of the day, which does not fit beside a message. */
export const narrowClockTime = (ts: number): string =>
  clock
    .formatToParts(ts)
    .filter(({ type, value }) => type !== 'dayPeriod' && value.trim() !== '')
    .map(({ value }) => value)
    .join('');

/** "14 Nov 2026, 20:31" */
export const momentOf = (ts: number): string => moment.format(ts);

/** The day a time falls on here, for comparing. */
export const dayOf = (ts: number): string => new Date(ts).toDateString();

/** "Today", "Yesterday", "Friday, 13 November", and with the year when it is another one. */
export function dayName(ts: number, now: number): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(ts)) / dayMs);
  if (daysAgo === 0 || daysAgo === 1) return capitalized(relativeDay.format(-daysAgo, 'day'));
  return (new Date(ts).getFullYear() === new Date(now).getFullYear() ? weekday : fullDay).format(ts);
}

const startOfDay = (ts: number): number => new Date(ts).setHours(0, 0, 0, 0);
const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
