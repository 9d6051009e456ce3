import { signal } from '@angular/core';
import { serverNow } from './server-clock';

const offsetNow = (): number => new Date(serverNow()).getTimezoneOffset();

const offset = signal(0);
/** The local offset from UTC, in minutes: changes with travel and with daylight saving time. */
export const zoneOffset = offset.asReadonly();

/** Browsers do not report a change of the time zone; `Today` checks from time to time. */
export const lookAtZone = (): void => {
  offset.set(offsetNow());
};
