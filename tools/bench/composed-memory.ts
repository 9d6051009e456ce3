import { setTimeout as wait } from 'node:timers/promises';
import { ComposedProduct } from '../../e2e/support/composed-product';
import { docker } from '../../e2e/support/docker';
import { memoryOf, type Memory } from './memory';

/** What the containers of `docker compose up` take while nobody talks; nothing where no Docker engine answers. */
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
