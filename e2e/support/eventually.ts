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

/**
 * As `eventually`, for what is promised within a time. How long a promise takes is told by the machine as much as by the
 * product, so a busy one has longer: it is not late before `askAlong`, some other question to what is watched, was answered
 * for every 50 ms of the promise.
 * @throws when it is late, saying what was waited for.
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
    if (lateness > 0 && answers > withinMs / 50) throw new Error(`Later than within ${withinMs} ms: ${what}.`);
    await askAlong();
    await wait(20);
  }
}
