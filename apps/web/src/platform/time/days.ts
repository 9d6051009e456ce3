import { serverNow } from './server-clock';

/** The beginning of a time's day in the local time zone, in epoch milliseconds. */
export const startOfDay = (ts: number): number => new Date(ts).setHours(0, 0, 0, 0);

/** Milliseconds until the next local day begins: 23, 24 or 25 hours after this one did. */
export function msToMidnight(ts: number): number {
  const midnight = new Date(ts);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime() - ts;
}

/** The time zone, from which the server computes the beginning of days, with daylight saving time. */
export function localTimeZone(): { readonly timeZone?: string; readonly utcOffset: number } {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { readonly timeZone?: string };
  const utcOffset = -new Date(serverNow()).getTimezoneOffset();
  return { ...(timeZone && /^[\w+/-]{1,64}$/.test(timeZone) && { timeZone }), utcOffset: Math.round(utcOffset) };
}
