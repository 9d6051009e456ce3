import { chmodSync, chownSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `nobody` on every Linux. */
const nobody = 65_534;

/** Does the work as somebody whom permissions bind, also where root runs the specs. What is in the folder is theirs. */
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
