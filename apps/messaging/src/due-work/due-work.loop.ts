import { setTimeout as delay } from 'node:timers/promises';

/** Long work in short steps, one at a time, with pauses in which others write. */
export class DueWork {
  private isDue = false;
  private working: Promise<void> | undefined;
  private readonly stopping = new AbortController();

  /** @param step returns the milliseconds until the next step, or `null` if nothing is left to do */
  constructor(private readonly step: () => Promise<number | null>) {}

  /** Call when there may be something to do. */
  wake(): void {
    this.isDue = true;
    this.working ??= this.workWhileDue().finally(() => (this.working = undefined));
  }

  /** Resolves when the current step has ended. Nothing begins afterwards. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.working;
  }

  private async workWhileDue(): Promise<void> {
    while (this.isDue && !this.stopping.signal.aborted) {
      // A call of `wake` during the step makes it due again.
      this.isDue = false;
      const pauseMs = await this.step();
      if (pauseMs === null) continue;
      this.isDue = true;
      await delay(pauseMs, undefined, { signal: this.stopping.signal }).catch(() => undefined);
    }
  }
}
