import { existsSync } from 'node:fs';
import { chmod, mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { filesFolder } from '@devchitchat/contracts';
import { filesIn } from './archive.files';
import { move } from './data-folder.files';
import { locationOf, pathIn, type Layout } from './layout';

const asidePrefix = 'before-restore-';

/** The name of the folder for existing data. */
export const asideName = (now: Date): string => `${asidePrefix}${now.toISOString().slice(0, 19).replaceAll(':', '-')}`;

export interface MoveOptions {
  /** The unit's path in the unpacked backup; may be missing. */
  readonly from: string;
  readonly path: string;
  readonly dataDir: string;
  readonly layout: Layout;
  /** The name of the folder for existing data. */
  readonly aside: string;
}

/** Moves a unit of a backup to its place. Returns the folder that existing data was moved to. */
export async function moveIntoFolder(options: MoveOptions): Promise<string | undefined> {
  const { from, path, dataDir, layout, aside } = options;
  const location = locationOf(path, layout);
  const target = pathIn(dataDir, location);
  const asideFolder = join(dataDir, location.folder, aside);
  if (location.path === '') return exchangeContents({ from, target, asideFolder });
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  // A write-ahead log is moved with its database: otherwise SQLite would apply it to the restored one.
  const before = ['', '-wal', '-shm'].filter((suffix) => existsSync(target + suffix));
  for (const suffix of before) await moveAside(target + suffix, join(asideFolder, path + suffix));
  if (existsSync(from)) {
    await move(from, target);
    await secure(path, target);
  }
  return before.length > 0 ? asideFolder : undefined;
}

interface Exchange {
  readonly from: string;
  readonly target: string;
  readonly asideFolder: string;
}

/** Like moving the folder itself, which is impossible for one on which a volume is mounted. */
async function exchangeContents({ from, target, asideFolder }: Exchange): Promise<string | undefined> {
  await mkdir(target, { recursive: true, mode: 0o700 });
  const before = (await readdir(target)).filter((name) => !name.startsWith(asidePrefix));
  for (const name of before) await moveAside(join(target, name), join(asideFolder, name));
  for (const name of existsSync(from) ? await readdir(from) : []) await move(join(from, name), join(target, name));
  for (const name of await readdir(target)) if (!name.startsWith(asidePrefix)) await flushAll(join(target, name));
  return before.length > 0 ? asideFolder : undefined;
}

async function moveAside(path: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  await move(path, to);
}

/** Folders of an unpacked backup are for their owner only already, and so is everything in them. */
async function secure(path: string, target: string): Promise<void> {
  if (path === filesFolder) return flushAll(target);
  if (path === 'tls') return;
  await chmod(target, 0o600);
  await flush(target);
}

async function flushAll(folder: string): Promise<void> {
  for (const path of await filesIn(folder)) await flush(join(folder, path));
}

async function flush(path: string): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.sync();
  await handle.close();
}
