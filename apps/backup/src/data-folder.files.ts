import { existsSync } from 'node:fs';
import { cp, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceName } from '@devchitchat/contracts';
import { databaseOf, pathIn, placeOf, type Layout } from './layout';

/** A folder for each container has one for auth, even while there is nothing in it. */
export const layoutOf = (dataDir: string): Layout => (existsSync(join(dataDir, 'auth')) ? 'folders' : 'flat');

/** The file of a service's database in a data folder of either layout. */
export const databaseIn = (dataDir: string, service: ServiceName): string =>
  pathIn(dataDir, placeOf(databaseOf(service), layoutOf(dataDir)));

/** Moves a file or folder, also from one file system to another. */
export async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error;
    await cp(from, to, { recursive: true, preserveTimestamps: true });
    await rm(from, { recursive: true });
  }
}
