import { accepted, authReasons as reasons, refused, type Reply } from '@devchitchat/contracts';

/** What decides when somebody's work is done. */
export interface Turn {
  /** Whose it is: a person, or an address. */
  readonly who: string;
  /** The lower, the sooner. Among equals the first comes first, and the last where many wait. */
  readonly rank: number;
  /** False once nobody waits for the result. */
  isAwaited(): boolean;
}

interface Waiting {
  readonly turn: Turn;
  readonly rank: number;
  readonly begin: () => void;
  readonly giveUp: () => void;
}

const crowded = refused(reasons.signInCrowd, {}, 3_000);
const tooManyOfOne = refused(reasons.signInAtOnce, {}, 3_000);

/** So many wait that it is a crowd. */
const crowdFrom = 12;

/**
 * Lets a few pieces of work run at once, and the others wait. In a crowd, whoever came last comes first among equals: who
 * came before is about to give up, and a crowd that arrived at once does not stand before somebody who comes by. Whoever is
 * refused in a full line is who would come last, so that a crowd keeps out itself and not the one person with a good
 * reason; and what nobody waits for any more is not done.
 */
export class WorkLine {
  private running = 0;
  private line: Waiting[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
    private readonly ofEach: number,
  ) {}

  async run<Value>(work: () => Promise<Value>, turn: Turn): Promise<Reply<Value>> {
    if (this.running >= this.atOnce) {
      const refusal = await this.wait(turn);
      if (refusal) return refusal;
    } else this.running += 1;
    try {
      return accepted(await work());
    } finally {
      this.handOn();
    }
  }

  /** Resolves when it is this one's turn, or with a refusal. */
  private wait(turn: Turn): Promise<Reply<never> | undefined> {
    const theirs = this.line.filter(({ turn: { who } }) => who === turn.who).length;
    if (theirs >= this.ofEach) return Promise.resolve(tooManyOfOne);
    // The second of one comes after the first of everybody else.
    const rank = turn.rank + theirs;
    const isCrowd = this.line.length >= crowdFrom;
    return new Promise((resolve) => {
      const before = this.line.findLastIndex((each) => each.rank < rank || (each.rank === rank && !isCrowd));
      this.line.splice(before + 1, 0, {
        turn,
        rank,
        begin: () => resolve(undefined),
        giveUp: () => resolve(crowded),
      });
      if (this.line.length > this.inLine) this.line.pop()?.giveUp();
    });
  }

  /** The place is handed on rather than freed, so that nobody who comes now overtakes the line. */
  private handOn(): void {
    for (let next = this.line.shift(); next; next = this.line.shift()) {
      if (next.turn.isAwaited()) return next.begin();
      next.giveUp();
    }
    this.running -= 1;
  }
}
