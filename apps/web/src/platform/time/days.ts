import { serverNow } from './server-clock';

/** When the day of a time began here, in epoch milliseconds. */
export const startOfDay = (ts: number): number => new Date(ts).setHours(0, 0, 0, 0);

/** Milliseconds until the next day begins here: 23, 24 or 25 hours after this one did. */
export function msToMidnight(ts: number): number {
  const midnight = new Date(ts);
  midnight.setHours(24, 0, 0, 0);
  return midnight.getTime() - ts;
}

/** For the server, which knows when days began there, in summer and in winter. */
export function whereOneIs(): { readonly timeZone?: string; readonly utcOffset: number } {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions() as { readonly timeZone?: string };
  const utcOffset = -new Date(serverNow()).getTimezoneOffset();
  return { ...(timeZone && /^[\w+/-]{1,64}$/.test(timeZone) && { timeZone }), utcOffset: Math.round(utcOffset) };
}
