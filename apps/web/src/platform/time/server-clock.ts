import { signal } from '@angular/core';
import { keepLocally, localText } from '../browser/local-store';

const storageKey = 'devchitchat clock';

interface Sources {
  /** This browser's clock, in epoch milliseconds: it may be wrong by days, and jumps. */
  wall(): number;
  /** Milliseconds since some moment; never jumps. */
  monotonic(): number;
  /** What is kept for the next page, as a text. */
  readonly kept: { get(): string | null; set(text: string): void };
}

/**
 * The server's time, as far as it is known here. The clock of the browser may be wrong by days, so no time of the server is
 * ever compared with it: every connection brings the server's time, and a monotonic clock carries it on from there.
 */
export class ServerClock {
  /** `at` is a reading of the monotonic clock. */
  private readonly anchor = signal<{ readonly serverTime: number; readonly at: number } | null>(null);

  constructor(private readonly sources: Sources) {}

  /**
   * Epoch milliseconds on the server. Before a server was ever heard, by this browser's clock and by how wrong it was last
   * time. Whatever computes with it is computed anew when more is known.
   */
  now(): number {
    const known = this.anchor();
    if (known) return known.serverTime + this.sources.monotonic() - known.at;
    return this.sources.wall() + this.lastOffset();
  }

  /** @param precisionMs how far from the truth this may be: what is known better already stays */
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

/** This page's. */
const clock = new ServerClock({
  wall: () => Date.now(),
  monotonic: () => performance.now(),
  kept: { get: () => localText(storageKey), set: (text) => keepLocally(storageKey, text) },
});

export const serverNow = (): number => clock.now();
export const learnServerTime = (serverTime: number): void => clock.learn(serverTime);

/** From an answer over HTTP, whose `Date` knows whole seconds. */
export const learnFromHeaders = (headers: Headers): void => clock.learn(Date.parse(headers.get('date') ?? ''), 2_000);
