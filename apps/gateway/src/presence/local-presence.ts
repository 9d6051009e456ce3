import type { SaidState, UserId } from '@devchitchat/contracts';
import { merged, type PeopleHere } from './people-here';

/**
 * Milliseconds that a socket's presence counts after its last report. Clients report every 30 s, which browsers may stretch
 * to 60 s.
 */
export const reportHolds = 90_000;
/**
 * Milliseconds that a socket's presence counts after it closed, so that reloading a page does not show the user as offline.
 */
export const closedHolds = 3_000;

interface Report {
  readonly userId: UserId;
  readonly state: SaidState;
  until: number;
}

/** Presence at this gateway, by socket or bot. Times are milliseconds of a monotonic clock. */
export class LocalPresence {
  private readonly reports = new Map<string, Report>();

  set(source: string, userId: UserId, state: SaidState, now: number): void {
    this.reports.set(source, { userId, state, until: now + reportHolds });
  }

  close(source: string, now: number): void {
    const left = this.reports.get(source);
    if (left) left.until = Math.min(left.until, now + closedHolds);
  }

  /** Ends the presence immediately, because the session ended and not only the connection. */
  end(source: string): void {
    this.reports.delete(source);
  }

  /** The users present at this time, each with their best state. Removes expired entries. */
  people(now: number): PeopleHere {
    for (const [name, { until }] of this.reports) if (until <= now) this.reports.delete(name);
    return merged([Array.from(this.reports.values(), ({ userId, state }) => [userId, state] as const)]);
  }
}
