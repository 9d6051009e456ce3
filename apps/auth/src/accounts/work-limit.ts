import { accepted, refused, type Reply } from '@devchitchat/contracts';

/** Lets `atOnce` pieces of work run, `inLine` more wait for them, and refuses the rest. */
export class WorkLimit {
  private running = 0;
  private readonly line: (() => void)[] = [];

  constructor(
    private readonly atOnce: number,
    private readonly inLine: number,
  ) {}

  async run<Value>(work: () => Promise<Value>): Promise<Reply<Value>> {
    if (this.running < this.atOnce) this.running += 1;
    else if (this.line.length < this.inLine) await new Promise<void>((resolve) => this.line.push(resolve));
    else
      return refused(
        'unavailable',
        'Too many people are signing in at this moment. Try again in a few seconds.',
        3_000,
      );
    try {
      return accepted(await work());
    } finally {
      // The place is handed on rather than freed, so that nobody who comes now overtakes the line.
      const next = this.line.shift();
      if (next) next();
      else this.running -= 1;
    }
  }
}
