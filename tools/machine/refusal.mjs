/** An error that the user has to fix. Prints only its message, without a stack. */
export class Refusal extends Error {
  name = 'Refusal';

  /** @param {number} exitCode 78 (sysexits' EX_CONFIG) if the data needs repair and a retry cannot help */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Exit code of a process that needs a person to fix something (service-kit's `refusedToStart`). */
export const refusedToStart = 78;

/** Runs a tool and turns a refusal into one line and its exit code. */
export async function orRefuse(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(error instanceof Refusal ? error.exitCode : 1);
  }
}
