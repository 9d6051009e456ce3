import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@devchitchat/contracts';
import { databaseOf, pathIn, locationOf, type Layout } from './layout';

/** The layout of a data folder: with one folder per container, `auth` exists even if it is empty. */
export const layoutOf = (dataDir: string): Layout => (existsSync(join(dataDir, 'auth')) ? 'folders' : 'flat');

/** The path of a service's database in a data folder of either layout. */
export const databaseIn = (dataDir: string, service: ServiceName): string =>
  pathIn(dataDir, locationOf(databaseOf(service), layoutOf(dataDir)));

/** Moves a file or folder, also across file systems. */
export async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true, preserveTimestamps: true });
    await rm(from, { recursive: true });
  }
}
