import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Polls the gateway's `/health`. Resolves with true once it is healthy, with false after `withinMs`.
 *
 * @param {string} address http://host:port
 * @param {number} withinMs
 */
export async function becomesHealthy(address, withinMs) {
  const deadline = Date.now() + withinMs;
  while (Date.now() < deadline) {
    if (await isHealthy(address)) return true;
    await sleep(100);
  }
  return false;
}

const isHealthy = (address) =>
  fetch(`${address}/health`, { signal: AbortSignal.timeout(2_000) }).then(
    (response) => response.ok,
    () => false,
  );
