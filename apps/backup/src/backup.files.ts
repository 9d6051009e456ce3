import { existsSync } from 'node:fs';
import { chmod, cp, link, mkdir, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pack, unpack } from './archive.files';
import { databaseIn, layoutOf } from './data-folder.files';
import { Snapshot } from './database.sqlite';
import { gatherFiles } from './gathering.files';
import { databaseOf, followersFirst, keptPaths, pathIn, locationOf } from './layout';
import type { Manifest } from './manifest';
import { filesFolder } from '@devchitchat/contracts';
import { OperatorError } from '@devchitchat/service-kit';

export interface BackupOptions {
  readonly dataDir: string;
  /** Must not exist yet. */
  readonly file: string;
  readonly print: (line: string) => void;
  readonly now: Date;
}

/**
 * Backs up a data folder into one file and verifies it by reading it back. The services may run and be written to; the file
 * holds one consistent point in time of all of them. Temporarily needs disk space for the databases twice, beside the file, and
 * for the files of messages once, or twice if they are on another file system.
 *
 * @throws {OperatorError} if there is nothing to back up, or the file exists already
 */
export async function backUp({ dataDir, file, print, now }: BackupOptions): Promise<Manifest> {
  const missing = followersFirst.find((service) => !existsSync(databaseIn(dataDir, service)));
  if (missing)
    throw new OperatorError(
      `${dataDir} has no ${missing} database, so there is nothing to back up yet. Is DATA_DIR right?`,
    );
  if (existsSync(file)) throw new OperatorError(`${file} already exists; choose another file.`);
  const work = `${file}.${process.pid}.partial`;
  const [gathered, readBack, packed] = ['gathered', 'read-back', 'packed'].map((name) => join(work, name)) as [
    string,
    string,
    string,
  ];
  try {
    await mkdir(dirname(file), { recursive: true });
    await mkdir(gathered, { recursive: true, mode: 0o700 });
    await chmod(work, 0o700);
    await copyDatabases(dataDir, gathered, print);
    await copyKept(dataDir, gathered);
    print('Gathering the files of messages …');
    // After the databases: what a copied log names was complete before, so it is found unless it is deleted meanwhile.
    await gatherFiles(pathIn(dataDir, locationOf(filesFolder, layoutOf(dataDir))), join(gathered, filesFolder));
    print('Packing …');
    await pack(gathered, packed, now);
    print('Reading it back …');
    const manifest = await unpack(packed, readBack);
    // Unlike a rename, a link does not replace a file that was created meanwhile.
    await link(packed, file);
    return manifest;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

/**
 * Copies the databases. All snapshots are opened before the first is copied, so that they are milliseconds apart, however
 * much there is to copy.
 */
async function copyDatabases(dataDir: string, to: string, print: BackupOptions['print']): Promise<void> {
  using snapshots = new DisposableStack();
  const opened = followersFirst.map(
    (service) => [service, snapshots.use(new Snapshot(databaseIn(dataDir, service)))] as const,
  );
  for (const [service, snapshot] of opened) {
    const { size } = await stat(databaseIn(dataDir, service));
    print(`Copying ${databaseOf(service)} (${(size / 1e6).toFixed(1)} MB) …`);
    await snapshot.copyTo(join(to, databaseOf(service)));
  }
}

async function copyKept(dataDir: string, to: string): Promise<void> {
  for (const path of keptPaths) {
    const from = pathIn(dataDir, locationOf(path, layoutOf(dataDir)));
    if (existsSync(from)) await cp(from, join(to, path), { recursive: true });
  }
}
