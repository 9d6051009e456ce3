import type { SaidState, UserId } from '@devchitchat/contracts';
import { merged, type PeopleHere } from './people-here';

/** Milliseconds that a place counts after its last word. It says one every 30 s, and a browser may stretch that to 60. */
export const wordHolds = 90_000;
/** Milliseconds that a place counts after it closed: a page that is only loaded again does not make anybody blink. */
export const closedHolds = 3_000;

interface Place {
  readonly userId: UserId;
  readonly state: SaidState;
  until: number;
}

/** Where people are at this gateway: sockets, and bots. Times are milliseconds of a clock that never goes back. */
export class Places {
  private readonly places = new Map<string, Place>();

  say(place: string, userId: UserId, state: SaidState, now: number): void {
    this.places.set(place, { userId, state, until: now + wordHolds });
  }

  close(place: string, now: number): void {
    const left = this.places.get(place);
    if (left) left.until = Math.min(left.until, now + closedHolds);
  }

  /** It is over with this person, and not only with the line to them. */
  end(place: string): void {
    this.places.delete(place);
  }

  /** Who is here at this time, each as in their best place. Forgets those that do not count any more. */
  people(now: number): PeopleHere {
    for (const [name, { until }] of this.places) if (until <= now) this.places.delete(name);
    return merged([Array.from(this.places.values(), ({ userId, state }) => [userId, state] as const)]);
  }
}
