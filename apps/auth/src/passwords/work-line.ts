import { accepted, authReasons as reasons, refused, type Reply } from '@devchitchat/contracts';

/** Decides when a request is served. */
export interface Turn {
  /** The client: a user id or an address block. */
  readonly who: string;
  /**
   * Lower ranks are served first. Equal ranks are served in order of arrival, or in reverse order while the queue is
   * crowded.
   */
  readonly rank: number;
  /** False once the client no longer waits for the result. */
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

/** Queue length from which the line counts as crowded. */
const crowdFrom = 12;

/**
 * Runs a few pieces of work at once and queues the others. While the queue is crowded, the latest of equal rank is
 * served first: earlier ones are about to time out, and a flood that arrived at once must not block a newcomer. A full
 * queue refuses its last entry, so that a flood keeps out itself and not the one legitimate client. Work whose client
 * has left is skipped.
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

  /** Resolves with `undefined` when it is the client's turn, or with a refusal. */
  private wait(turn: Turn): Promise<Reply<never> | undefined> {
    const theirs = this.line.filter(({ turn: { who } }) => who === turn.who).length;
    if (theirs >= this.ofEach) return Promise.resolve(tooManyOfOne);
    // A client's second request ranks behind the first requests of all others.
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

  /** Hands the slot to the next request rather than freeing it, so that no newcomer overtakes the queue. */
  private handOn(): void {
    for (let next = this.line.shift(); next; next = this.line.shift()) {
      if (next.turn.isAwaited()) return next.begin();
      next.giveUp();
    }
    this.running -= 1;
  }
}
