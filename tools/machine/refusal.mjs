/** Something that the person at the keyboard has to change. Its message is all they need to read: no stack is shown. */
export class Refusal extends Error {
  name = 'Refusal';
}

/** Runs a tool to its end and turns a refusal into one line and exit code 1. */
export async function orRefuse(main) {
  try {
    await main();
  } catch (error) {
    console.error(error instanceof Refusal ? error.message : error);
    process.exit(1);
  }
}
