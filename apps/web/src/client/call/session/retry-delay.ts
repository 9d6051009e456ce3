const firstMs = 500;
const lastMs = 15_000;

/**
 * Delay before a refused command is sent again, in milliseconds: exponential backoff, and never less than the refusal's
 * `retryAfterMs`.
 */
export const retryDelay = (failures: number, retryAfterMs = 0): number =>
  Math.max(retryAfterMs, Math.min(lastMs, firstMs * 2 ** Math.min(failures, 10)));
