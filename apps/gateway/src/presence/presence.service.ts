import type { Actor, DataOf, presenceHere, SaidState } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { OtherGateways } from './other-gateways';
import { changes, merged, type PeopleHere } from './people-here';
import { Places } from './places';

/** Presence as this gateway knows it, in memory only. */
@Injectable()
export class Presence {
  private readonly places = new Places();
  private readonly others = new OtherGateways();
  private told: PeopleHere = new Map();
  private tell: () => void = () => {};

  /** Calls back whenever a user's state may have changed. */
  onNews(tell: () => void): void {
    this.tell = tell;
  }

  /** `place` identifies a socket or a bot. */
  say(place: string, { userId }: Pick<Actor, 'userId'>, state: SaidState): void {
    this.places.say(place, userId, state, performance.now());
    this.tell();
  }

  close(place: string): void {
    this.places.close(place, performance.now());
  }

  /** Ends the presence of a socket or bot. */
  end(place: string): void {
    this.places.end(place);
    this.tell();
  }

  hear({ life, part, parts, people }: DataOf<typeof presenceHere>): void {
    const known = new Map(people.map(({ userId, state }) => [userId, state]));
    this.others.hear({ life, part, parts, people: known }, performance.now());
    this.tell();
  }

  /** The users present at this gateway. */
  here(): PeopleHere {
    return this.places.people(performance.now());
  }

  /** Presence at all gateways as of the last `takeChanges()`: the base for the changes it returns next. */
  get shown(): PeopleHere {
    return this.told;
  }

  /** The users whose state, over all gateways, changed since the last call. */
  takeChanges() {
    const before = this.told;
    this.told = merged([this.here(), this.others.people(performance.now())]);
    return changes(before, this.told);
  }
}
