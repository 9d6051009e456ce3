import type { Actor, DataOf, presenceHere, SaidState } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { OtherGateways } from './other-gateways';
import { changes, merged, type PeopleHere } from './people-here';
import { LocalPresence } from './local-presence';

/** Presence as this gateway knows it, in memory only. */
@Injectable()
export class Presence {
  private readonly local = new LocalPresence();
  private readonly others = new OtherGateways();
  private told: PeopleHere = new Map();
  private tell: () => void = () => {};

  /** Calls back whenever a user's state may have changed. */
  onNews(tell: () => void): void {
    this.tell = tell;
  }

  /** `source` identifies a socket or a bot. */
  set(source: string, { userId }: Pick<Actor, 'userId'>, state: SaidState): void {
    this.local.set(source, userId, state, performance.now());
    this.tell();
  }

  close(source: string): void {
    this.local.close(source, performance.now());
  }

  /** Ends the presence of a socket or bot. */
  end(source: string): void {
    this.local.end(source);
    this.tell();
  }

  hear({ runId, part, parts, people }: DataOf<typeof presenceHere>): void {
    const known = new Map(people.map(({ userId, state }) => [userId, state]));
    this.others.hear({ runId, part, parts, people: known }, performance.now());
    this.tell();
  }

  /** The users present at this gateway. */
  here(): PeopleHere {
    return this.local.people(performance.now());
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
