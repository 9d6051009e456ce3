const firstMs = 500;
const lastMs = 15_000;

/**
 * Milliseconds until something refused is asked again: never before the time that the refusal names, and later with every
 * time in a row, so that no asking uses up what it waits for.
 */
export const retryDelay = (failures: number, retryAfterMs = 0): number =>
  Math.max(retryAfterMs, Math.min(lastMs, firstMs * 2 ** Math.min(failures, 10)));
