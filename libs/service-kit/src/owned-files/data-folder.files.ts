import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { StartRefusal } from '../process/start-refusal';

/**
 * Creates the folder of all persistent data if it is missing.
 *
 * @throws {StartRefusal} if it is no folder, or not this user's to write
 */
export function makeDataFolder(path: string): void {
  if (isFile(path)) throw new StartRefusal(`DATA_DIR ${path} is a file. Move it away, or set DATA_DIR to a folder.`);
  try {
    makeFolder(path);
    accessSync(path, constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new StartRefusal(
      `DATA_DIR ${path} is not writable (${code}). Give the folder to the user who runs devchitchat, or set DATA_DIR to another one.`,
    );
  }
}

/** Not `recursive`: that never returns for a folder that cannot be created, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
}

const isFile = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
