const firstDelayMs = 100;
const longestDelayMs = 5_000;
const growth = 1.2;

/**
 * Delay before the next attempt to reach the gateway, in milliseconds. Short at first, because a killed gateway is back
 * within a second; then longer, to spare a server that is down. The upper half is random, so that browsers do not all
 * return at the same instant.
 *
 * @param attempt attempts since the link was last steady; 0 for the first
 * @param random from 0 to 1
 */
export function reconnectDelay(attempt: number, random: number): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * growth ** attempt);
  return Math.round(ceiling / 2 + (random * ceiling) / 2);
}
