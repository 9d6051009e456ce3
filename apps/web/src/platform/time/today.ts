import { DOCUMENT, effect, inject, Injectable, signal, untracked } from '@angular/core';
import { msToMidnight, startOfDay } from './days';
import { serverNow } from './server-clock';
import { lookAtZone } from './zone';

const hourMs = 3_600_000;

/** The current local day, by the server's time. Changes at midnight, without a reload. */
@Injectable({ providedIn: 'root' })
export class Today {
  private readonly began = signal(startOfDay(serverNow()));
  /** Its beginning, in epoch milliseconds. */
  readonly start = this.began.asReadonly();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    effect(() => {
      // Runs again whenever the server's time is known better.
      serverNow();
      untracked(() => this.look());
    });
    // A page that slept through midnight fires its timers late.
    inject(DOCUMENT).addEventListener('visibilitychange', () => this.look());
  }

  private look(): void {
    clearTimeout(this.timer);
    lookAtZone();
    const now = serverNow();
    this.began.set(startOfDay(now));
    this.timer = setTimeout(() => this.look(), Math.min(hourMs, msToMidnight(now)));
  }
}
