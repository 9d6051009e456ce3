import { signal } from '@angular/core';
import { keepLocally, localText } from '../browser/local-store';

const storageKey = 'devchitchat clock';

interface Sources {
  /** This browser's clock, in epoch milliseconds: may be wrong by days, and may jump. */
  wall(): number;
  /** Milliseconds since an arbitrary moment; never jumps. */
  monotonic(): number;
  /** The text stored for the next page. */
  readonly kept: { get(): string | null; set(text: string): void };
}

/**
 * The server's time, as far as this browser knows it. The browser's clock may be wrong by days, so server times are
 * never compared with it: every connection brings the server's time, and a monotonic clock continues from there.
 */
export class ServerClock {
  /** `at` is a reading of the monotonic clock. */
  private readonly anchor = signal<{ readonly serverTime: number; readonly at: number } | null>(null);

  constructor(private readonly sources: Sources) {}

  /**
   * The server's time in epoch milliseconds. Before the first connection, the browser's clock corrected by its last
   * known error. A signal: computations update when the time is known better.
   */
  now(): number {
    const known = this.anchor();
    if (known) return known.serverTime + this.sources.monotonic() - known.at;
    return this.sources.wall() + this.lastOffset();
  }

  /**
   * @param precisionMs maximum error of this time; a more precise known time stays
   */
  learn(serverTime: number, precisionMs = 0): void {
    if (!Number.isFinite(serverTime)) return;
    if (this.anchor() !== null && Math.abs(this.now() - serverTime) <= precisionMs) return;
    this.anchor.set({ serverTime, at: this.sources.monotonic() });
    this.sources.kept.set(String(Math.round(serverTime - this.sources.wall())));
  }

  private lastOffset(): number {
    const offset = Number(this.sources.kept.get());
    return Number.isFinite(offset) ? offset : 0;
  }
}

/** The clock of this page. */
const clock = new ServerClock({
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  kept: { get: () => localText(storageKey), set: (text) => keepLocally(storageKey, text) },
});

export const serverNow = (): number => clock.now();
export const learnServerTime = (serverTime: number): void => clock.learn(serverTime);

/** Learns from an HTTP response, whose `Date` header has whole seconds. */
export const learnFromHeaders = (headers: Headers): void => clock.learn(Date.parse(headers.get('date') ?? ''), 2_000);
