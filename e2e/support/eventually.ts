import { setTimeout as wait } from 'node:timers/promises';

/**
 * Asks again every 50 ms until there is an answer.
 * @throws when there is none within `withinMs`, saying what was waited for.
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
    if (performance.now() > giveUpAt) throw new Error(`After ${withinMs} ms still not: ${what}.`);
    await wait(50);
  }
}
