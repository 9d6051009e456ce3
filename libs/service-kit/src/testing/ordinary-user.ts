import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `nobody` on every Linux. */
const nobody = 65_534;

/**
 * Runs the work as a user subject to file permissions, even if root runs the specs. The folder's contents are given to that
 * user.
 */
export async function asOrdinaryUser(folder: string, work: () => Promise<void>): Promise<void> {
  if (process.geteuid?.() !== 0) return work();
  chmodSync(folder, 0o700);
  for (const name of ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]) {
    chownSync(join(folder, name), nobody, nobody);
  }
  process.seteuid?.(nobody);
  try {
    await work();
  } finally {
    process.seteuid?.(0);
  }
}
