import type { Actor, DataOf, presenceHere, SaidState } from '@devchitchat/contracts';
import { Injectable } from '@nestjs/common';
import { OtherGateways } from './other-gateways';
import { changes, merged, type PeopleHere } from './people-here';
import { Places } from './places';

/** Who is here and how, as far as this gateway knows; in memory and nowhere else. */
@Injectable()
export class Presence {
  private readonly places = new Places();
  private readonly others = new OtherGateways();
  private told: PeopleHere = new Map();
  private tell: () => void = () => {};

  /** Calls back whenever somebody may be another way than before. */
  onNews(tell: () => void): void {
    this.tell = tell;
  }

  /** `place` names a socket, or a bot. */
  say(place: string, { userId }: Pick<Actor, 'userId'>, state: SaidState): void {
    this.places.say(place, userId, state, performance.now());
    this.tell();
  }

  close(place: string): void {
    this.places.close(place, performance.now());
  }

  /** It is over with who was there. */
  end(place: string): void {
    this.places.end(place);
    this.tell();
  }

  hear({ life, part, parts, people }: DataOf<typeof presenceHere>): void {
    const known = new Map(people.map(({ userId, state }) => [userId, state]));
    this.others.hear({ life, part, parts, people: known }, performance.now());
    this.tell();
  }

  /** Who is at this gateway. */
  here(): PeopleHere {
    return this.places.people(performance.now());
  }

  /** Who was at any gateway when changes were taken last. Whoever begins with it misses none by what is taken next. */
  get shown(): PeopleHere {
    return this.told;
  }

  /** What is another way, at any gateway, than when this was asked last. */
  takeChanges() {
    const before = this.told;
    this.told = merged([this.here(), this.others.people(performance.now())]);
    return changes(before, this.told);
  }
}
