import { existsSync } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { unpack } from './archive.files';
import { layoutOf } from './data-folder.files';
import { beginEpoch, isInUse } from './database.sqlite';
import { databaseOf, followersFirst, pathIn, locationOf } from './layout';
import type { Manifest } from './manifest';
import { asideName, moveIntoFolder } from './moving.files';
import { filesFolder } from '@devchitchat/contracts';
import { OperatorError } from '@devchitchat/service-kit';

/** While a folder of this name exists, no service starts (service-kit's openDatabase). */
const restoring = 'restoring';

export interface RestoreOptions {
  readonly file: string;
  readonly dataDir: string;
  /** Moves existing data aside. Without it, a folder that contains data is refused. */
  readonly replace: boolean;
  readonly print: (line: string) => void;
  readonly now: Date;
}

export interface Restored {
  readonly manifest: Manifest;
  /** The folders that existing data was moved to. */
  readonly aside: readonly string[];
}

/**
 * Restores a data folder from a backup. Nothing is changed before the whole backup was verified; then files are renamed,
 * the databases first, and existing data is kept beside them.
 *
 * @throws {OperatorError} if the backup is damaged, or the folder is in use or contains data
 */
export async function restore({ file, dataDir, replace, print, now }: RestoreOptions): Promise<Restored> {
  const layout = layoutOf(dataDir);
  const databases = followersFirst.map((service) => pathIn(dataDir, locationOf(databaseOf(service), layout)));
  const there = databases.filter((path) => existsSync(path));
  if (there.some(isInUse)) throw new OperatorError(`devchitchat is running on ${dataDir}; stop it first.`);
  if (there.length > 0 && !replace) {
    throw new OperatorError(
      `${dataDir} has data in it. Restore into an empty folder, or add --replace, which moves the existing data aside.`,
    );
  }
  const [staging, ...markers] = [...new Set(databases.map((path) => join(dirname(path), restoring)))] as [
    string,
    ...string[],
  ];
  let touched = false;
  try {
    await rm(staging, { recursive: true, force: true });
    print('Checking the backup …');
    const manifest = await unpack(file, staging);
    for (const service of followersFirst) beginEpoch(join(staging, databaseOf(service)));
    print('Restoring …');
    for (const marker of markers) await mkdir(marker, { recursive: true, mode: 0o700 });
    const aside = new Set<string>();
    touched = true;
    for (const path of unitsOf(manifest)) {
      const into = { from: join(staging, path), path, dataDir, layout, aside: asideName(now) };
      const kept = await moveIntoFolder(into);
      if (kept !== undefined) aside.add(kept);
    }
    touched = false;
    return { manifest, aside: [...aside] };
  } catch (error) {
    if (!touched) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new OperatorError(`The restore failed halfway (${reason}). Fix the cause, then run it again with --replace.`);
  } finally {
    // After a partial restore the markers prevent every service from starting on a mixture.
    if (!touched) for (const folder of [staging, ...markers]) await rm(folder, { recursive: true, force: true });
  }
}

/**
 * The units to move: databases and single files each, folders as a whole, so that no old certificate is left beside a new
 * one. Files of messages are always one of them: without their messages, messaging would delete the existing ones.
 */
const unitsOf = ({ files }: Manifest): Set<string> =>
  new Set([...Object.keys(files).map((path) => /^(tls|files)\//.exec(path)?.[1] ?? path), filesFolder]);
