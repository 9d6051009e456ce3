import { locale, t } from '../language/t';
import { startOfDay } from './days';
import { zoneOffset } from './zone';

/** Created on first use, because the language is not known before, and again in another time zone. */
const once = <Format>(make: () => Format): (() => Format) => {
  let made: { readonly format: Format; readonly offset: number } | undefined;
  return () => {
    const offset = zoneOffset();
    if (made?.offset !== offset) made = { format: make(), offset };
    return made.format;
  };
};

const clock = once(() => new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }));
const weekday = once(() => new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long' }));
const fullDay = once(
  () => new Intl.DateTimeFormat(locale(), { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
);
const moment = once(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }));
const date = once(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }));
const momentThisYear = once(
  () => new Intl.DateTimeFormat(locale(), { day: 'numeric', month: 'short', hour: 'numeric', minute: '2-digit' }),
);
const relativeDay = once(() => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }));

const dayMs = 86_400_000;

/** "20:31", or "8:31 PM", depending on the locale. */
export const clockTime = (ts: number): string => clock().format(ts);

/** Without AM or PM, which does not fit beside a message. */
export const narrowClockTime = (ts: number): string =>
  clock()
    .formatToParts(ts)
    .filter(({ type, value }) => type !== 'dayPeriod' && value.trim() !== '')
    .map(({ value }) => value)
    .join('');

/** "14 Nov 2026, 20:31" */
export const momentOf = (ts: number): string => moment().format(ts);

/** "14 Nov, 20:31", with the year when it is another one. */
export const shortMomentOf = (ts: number, now: number): string =>
  (isSameYear(ts, now) ? momentThisYear() : moment()).format(ts);

/** "14 Nov 2026" */
export const dateOf = (ts: number): string => date().format(ts);

/** "2026-11-14": the local day as fields for days have it. */
export const fieldDayOf = (ts: number): string =>
  new Date(ts - new Date(ts).getTimezoneOffset() * 60_000).toISOString().slice(0, 10);

/** The local day of a time, for comparisons. */
export const dayOf = (ts: number): string => new Date(ts).toDateString();

/** "Today", "Yesterday", "Friday, 13 November", with the year when it is another one. */
export function dayName(ts: number, now: number): string {
  const daysAgo = Math.round((startOfDay(now) - startOfDay(ts)) / dayMs);
  if (daysAgo === 0 || daysAgo === 1) return capitalized(relativeDay().format(-daysAgo, 'day'));
  return (isSameYear(ts, now) ? weekday() : fullDay()).format(ts);
}

/** "just now", "2 minutes ago", "yesterday", and from a month on the date: "14 Nov 2026". */
export function agoInWords(ts: number, now: number): string {
  const ms = Math.max(0, now - ts);
  if (ms < 60_000) return t('just now');
  if (ms < 3_600_000) return relativeDay().format(-Math.floor(ms / 60_000), 'minute');
  if (ms < dayMs) return relativeDay().format(-Math.floor(ms / 3_600_000), 'hour');
  const days = Math.round((startOfDay(now) - startOfDay(ts)) / dayMs);
  return days <= 30 ? relativeDay().format(-days, 'day') : dateOf(ts);
}

/** "30 seconds", "5 minutes", "2 hours": a started minute or hour counts as a whole one. */
export function spanInWords(seconds: number): string {
  const minutes = Math.ceil(seconds / 60);
  const [amount, unit] =
    seconds < 60 || (seconds < 120 && seconds % 60 !== 0)
      ? ([seconds, 'second'] as const)
      : minutes < 60 || (minutes < 120 && minutes % 60 !== 0)
        ? ([minutes, 'minute'] as const)
        : ([Math.ceil(minutes / 60), 'hour'] as const);
  return counted(amount, unit);
}

/** "less than a minute", "12 minutes", "1 h 5 min", "2 hours": how long something lasted, to the nearest minute. */
export function lengthInWords(seconds: number): string {
  if (seconds < 60) return t('less than a minute');
  const all = Math.round(seconds / 60);
  const [hours, minutes] = [Math.floor(all / 60), all % 60];
  if (hours === 0) return counted(minutes, 'minute');
  return minutes === 0 ? counted(hours, 'hour') : t('{hours} h {minutes} min', { hours, minutes });
}

const counted = (amount: number, unit: 'second' | 'minute' | 'hour'): string =>
  new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' }).format(amount);

const isSameYear = (ts: number, now: number): boolean => new Date(ts).getFullYear() === new Date(now).getFullYear();
const capitalized = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);
