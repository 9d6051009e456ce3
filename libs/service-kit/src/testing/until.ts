import { setTimeout as delay } from 'node:timers/promises';

/** Resolves once the condition holds; the spec's timeout limits the wait. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await delay(5);
}
