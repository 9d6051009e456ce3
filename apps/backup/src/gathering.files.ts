import { copyFile, link, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileOfFolder, filePaths, filesFolder } from '@devchitchat/contracts';
import { isInBackups } from './layout';

/**
 * Gathers the complete files of messages, without what is still being received. Links where it can: nobody changes a complete
 * file. A file that vanishes meanwhile was deleted with its message, and is left out.
 *
 * @param from the folder `files`, which need not exist
 */
export async function gatherFiles(from: string, to: string): Promise<void> {
  for (const folder of await namesIn(from)) {
    const file = fileOfFolder(folder);
    if (file === undefined) continue;
    for (const name of await namesIn(join(from, filePaths.ready(file)))) {
      const path = join(filePaths.ready(file), name);
      if (isInBackups(`${filesFolder}/${path}`)) await linkOrCopy(join(from, path), join(to, path));
    }
  }
}

const namesIn = async (folder: string): Promise<string[]> => (await unlessMissing(() => readdir(folder))) ?? [];

async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 });
  // A link fails across file systems and volumes, and where a file system has none.
  await link(from, to).catch(() => unlessMissing(() => copyFile(from, to)));
}

async function unlessMissing<Result>(read: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await read();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
