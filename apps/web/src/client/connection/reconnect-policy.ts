const firstDelayMs = 100;
const longestDelayMs = 5_000;
const growth = 1.2;

/**
 * How long to wait before the next try to reach the gateway, in milliseconds.
 *
 * Short at first, because a gateway that was killed is back within a second; then longer, so that a server that is really
 * gone is not hammered. The upper half is random, so that everybody's browsers do not come back at the same instant.
 *
 * @param attempt tries since the link was last steady; 0 for the first
 * @param random from 0 to 1
 */
export function reconnectDelay(attempt: number, random: number): number {
  const ceiling = Math.min(longestDelayMs, firstDelayMs * growth ** attempt);
  return Math.round(ceiling / 2 + (random * ceiling) / 2);
}
