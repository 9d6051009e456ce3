import type { SeededRandom } from '@devchitchat/service-kit/testing';
import type { WhoMaySee } from '../who-may-see';
import type { Choices } from './choices';
import type { TalkWatcher } from './talk-watcher';

/** The parts of a talk that every step uses. */
export interface TalkParts {
  readonly model: WhoMaySee;
  readonly random: SeededRandom;
  readonly choose: Choices;
  readonly watch: TalkWatcher;
}

/** Steps about one subject. Each step sends one command, allowed or not, and says what must be true if it is accepted. */
export abstract class Steps {
  protected readonly model: WhoMaySee;
  protected readonly random: SeededRandom;
  protected readonly choose: Choices;
  protected readonly watch: TalkWatcher;

  constructor({ model, random, choose, watch }: TalkParts) {
    this.model = model;
    this.random = random;
    this.choose = choose;
    this.watch = watch;
  }
}
