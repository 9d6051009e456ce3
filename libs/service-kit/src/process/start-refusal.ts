/** Every app is bundled with a class of its own, and one process may hold several: they know each other by this. */
const mark = Symbol.for('devchitchat.start-refusal');

/** Something that a person has to change before a start can succeed. Its message is all they need to read. */
export class StartRefusal extends Error {
  override readonly name: string = 'StartRefusal';
  readonly [mark] = true;
}

export const isStartRefusal = (error: unknown): error is Error => error instanceof Error && mark in error;

/** The exit code of a process that refused to start: sysexits' EX_CONFIG. Starting it again changes nothing. */
export const refusedToStart = 78;
