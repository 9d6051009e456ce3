/** Something that the person at the keyboard has to change. Its message is all they need to read: no stack is shown. */
export class Refusal extends Error {
  name = 'Refusal';

  /** @param {number} exitCode 78 (sysexits' EX_CONFIG) where the data has to be mended and another try changes nothing */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** The exit code of a process that waits for a person to change something (service-kit's `refusedToStart`). */
export const refusedToStart = 78;

/** Runs a tool to its end and turns a refusal into one line and its exit code. */
export async function orRefuse(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(error instanceof Refusal ? error.exitCode : 1);
  }
}
