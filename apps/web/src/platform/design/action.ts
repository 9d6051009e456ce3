import { signal } from '@angular/core';

/** The outcome of an action: done, or refused with a sentence for the person. */
export type Outcome<Value = unknown> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { readonly message: string } };

/** The outcome of something that says why it failed, or an empty sentence. */
export const outcomeOf = (problem: string): Outcome<null> =>
  problem === '' ? { ok: true, value: null } : { ok: false, error: { message: problem } };

/**
 * Something a component does once at a time: a second call while it runs does nothing, so a double press does it once.
 * `problem` says why it failed the last time.
 */
export class Action {
  private readonly running = signal(false);
  readonly busy = this.running.asReadonly();
  /** A sentence; empty while nothing is wrong. Components set it for what they refuse themselves. */
  readonly problem = signal('');

  /** Resolves to the outcome; `null` where it runs already. */
  async run<Result extends Outcome>(work: () => Promise<Result>): Promise<Result | null> {
    if (this.running()) return null;
    this.running.set(true);
    try {
      const outcome = await work();
      this.problem.set(outcome.ok ? '' : outcome.error.message);
      return outcome;
    } finally {
      this.running.set(false);
    }
  }
}
