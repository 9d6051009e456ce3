import { signal } from '@angular/core';
import { keepLocally, localText } from './local-store';

/**
 * The server's time, as far as it is known here. The clock of the browser may be wrong by days, so no time of the server is
 * ever compared with it: every connection brings the server's time, and a monotonic clock carries it on from there.
 */
const storageKey = 'devchitchat clock';

/** `at` is a reading of `performance.now()`. */
const anchor = signal<{ readonly serverTime: number; readonly at: number } | null>(null);

/**
 * Epoch milliseconds on the server. Before a server was ever heard, by this browser's clock and by how wrong it was last time.
 * Whatever computes with it is computed anew when more is known.
 */
export function serverNow(): number {
  const known = anchor();
  return known ? known.serverTime + performance.now() - known.at : Date.now() + lastOffset();
}

/** @param precisionMs how far from the truth this may be: what is known better already stays */
export function learnServerTime(serverTime: number, precisionMs = 0): void {
  if (!Number.isFinite(serverTime)) return;
  if (anchor() !== null && Math.abs(serverNow() - serverTime) <= precisionMs) return;
  anchor.set({ serverTime, at: performance.now() });
  keepLocally(storageKey, String(Math.round(serverTime - Date.now())));
}

/** From an answer over HTTP, whose `Date` knows whole seconds. */
export function learnFromHeaders(headers: Headers): void {
  learnServerTime(Date.parse(headers.get('date') ?? ''), 2_000);
}

function lastOffset(): number {
  const offset = Number(localText(storageKey));
  return Number.isFinite(offset) ? offset : 0;
}
