import { setTimeout as wait } from 'node:timers/promises';

/**
 * Calls `ask` every 50 ms until it returns a result.
 * @throws after `withinMs`, with a description of the missing result
 */
export async function eventually<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  withinMs = 60_000,
): Promise<Answer> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > giveUpAt) throw new Error(`Not within ${withinMs} ms: ${what}.`);
    await wait(50);
  }
}

/**
 * Like `eventually`, for results that the product promises within a time. A busy machine slows the product down, so the
 * promise only counts as broken once `askAlong`, an unrelated request to the same product, was also answered once per
 * 50 ms of the promised time.
 * @throws when the result is late, with its description
 */
export async function promptly<Answer>(
  what: string,
  ask: () => Promise<Answer | undefined> | Answer | undefined,
  withinMs: number,
  askAlong: () => Promise<unknown>,
): Promise<Answer> {
  const begunAt = performance.now();
  for (let answers = 0; ; answers++) {
    const lateness = performance.now() - begunAt - withinMs;
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (lateness > 0 && answers > withinMs / 50) throw new Error(`Later than ${withinMs} ms: ${what}.`);
    await askAlong();
    await wait(20);
  }
}
