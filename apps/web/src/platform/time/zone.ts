import { signal } from '@angular/core';
import { serverNow } from './server-clock';

const offsetNow = (): number => new Date(serverNow()).getTimezoneOffset();

const offset = signal(0);
/** How far the clocks here are from UTC, in minutes: another number on a journey, in summer and in winter. */
export const zoneOffset = offset.asReadonly();

/** No browser tells that the zone has changed; `Today` looks from time to time. */
export const lookAtZone = (): void => {
  offset.set(offsetNow());
};
