import type { SaidState, UserId } from '@devchitchat/contracts';
import { merged, type PeopleHere } from './people-here';

/**
 * Milliseconds that a socket's presence counts after its last report. Clients report every 30 s, which browsers may stretch
 * to 60 s.
 */
export const wordHolds = 90_000;
/**
 * Milliseconds that a socket's presence counts after it closed, so that reloading a page does not show the user as offline.
 */
export const closedHolds = 3_000;

interface Place {
  readonly userId: UserId;
  readonly state: SaidState;
  until: number;
}

/** Presence at this gateway, by socket or bot. Times are milliseconds of a monotonic clock. */
export class Places {
  private readonly places = new Map<string, Place>();

  say(place: string, userId: UserId, state: SaidState, now: number): void {
    this.places.set(place, { userId, state, until: now + wordHolds });
  }

  close(place: string, now: number): void {
    const left = this.places.get(place);
    if (left) left.until = Math.min(left.until, now + closedHolds);
  }

  /** Ends the presence immediately, because the session ended and not only the connection. */
  end(place: string): void {
    this.places.delete(place);
  }

  /** The users present at this time, each with their best state. Removes expired entries. */
  people(now: number): PeopleHere {
    for (const [name, { until }] of this.places) if (until <= now) this.places.delete(name);
    return merged([Array.from(this.places.values(), ({ userId, state }) => [userId, state] as const)]);
  }
}
