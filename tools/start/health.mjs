import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Resolves with true as soon as the gateway calls everything healthy, with false after `withinMs`.
 *
 * @param {string} address http://host:port
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
