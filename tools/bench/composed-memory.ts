import { setTimeout as wait } from 'node:timers/promises';
import { ComposedProduct } from '../../e2e/support/composed-product';
import { docker } from '../../e2e/support/docker';
import { memoryOf, type Memory } from './memory';

/** Memory of the idle containers of `docker compose up`, in MB; `undefined` without a Docker engine. */
export async function composedMemory(afterMs: number): Promise<Memory | undefined> {
  if (!(await docker('info').catch(() => ''))) return undefined;
  const product = await ComposedProduct.up();
  try {
    await wait(afterMs);
    return memoryOf(await product.pids());
  } finally {
    await product.end();
  }
}
