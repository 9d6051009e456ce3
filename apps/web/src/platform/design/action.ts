import { signal } from '@angular/core';

/** The outcome of an action: done, or refused with a sentence for the user. */
export type Outcome<Value = unknown> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: { readonly message: string } };

/** The outcome for a problem as a sentence; an empty sentence means success. */
export const outcomeOf = (problem: string): Outcome<null> =>
  problem === '' ? { ok: true, value: null } : { ok: false, error: { message: problem } };

/**
 * A component's action, run at most once at a time: a second call while it runs does nothing, so a double click runs it
 * once. `problem` is the reason of the last failure.
 */
export class Action {
  private readonly running = signal(false);
  readonly busy = this.running.asReadonly();
  /** A sentence; empty without a problem. Components set it for their own refusals. */
  readonly problem = signal('');

  /** Resolves to the outcome; `null` if it is already running. */
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
