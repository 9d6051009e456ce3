/**
 * Every app bundles its own copy of the class, and one process may contain several; this mark identifies instances of all
 * of them.
 */
const mark = Symbol.for('devchitchat.start-refusal');

/** An error that a person has to resolve before a start can succeed. Only its message is shown. */
export class StartRefusal extends Error {
  override readonly name: string = 'StartRefusal';
  readonly [mark] = true;
}

export const isStartRefusal = (error: unknown): error is Error => error instanceof Error && mark in error;

/** The exit code of a process that refused to start: sysexits' EX_CONFIG. Restarting does not help. */
export const refusedToStart = 78;
