import { closeSync, openSync, readFileSync, statSync, type Stats } from 'node:fs';
import { StartRefusal } from '../process/start-refusal';

/** The end of every refusal about the product's own files. */
export const bringBack = 'Nothing was changed. Bring it back from a backup (docs/operating.md), then start again.';

/**
 * The text of a file that the product owns; `undefined` if it does not exist.
 *
 * @throws {StartRefusal} naming the path, if it cannot be read as a file
 */
export function readOwned(path: string): string | undefined {
  try {
    return fileAt(path) && readFileSync(path, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw unusable(path, error);
  }
}

/**
 * The size in bytes of a file that the product reads and writes; `undefined` if it does not exist. Not for a file that this
 * process has open as a database: closing it here would release SQLite's locks.
 *
 * @throws {StartRefusal} naming the path, if it is not a file or cannot be read and written
 */
export function sizeOfOwned(path: string): number | undefined {
  try {
    const found = fileAt(path);
    if (found === undefined) return undefined;
    // Opening is the only reliable check of permissions.
    closeSync(openSync(path, 'r+'));
    return found.size;
  } catch (error) {
    throw unusable(path, error);
  }
}

/** Rejects anything but regular files before opening: opening a named pipe blocks until something writes to it. */
function fileAt(path: string): Stats | undefined {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined || found.isFile()) return found;
  throw Object.assign(new Error(), { code: found.isDirectory() ? 'EISDIR' : 'no file' });
}

function unusable(path: string, error: unknown): StartRefusal {
  const code = codeOf(error);
  if (code === 'EISDIR') return new StartRefusal(`${path} is a folder, and has to be a file. ${bringBack}`);
  const permissions = 'Nothing was changed. Give it back to the user who runs devchitchat, with mode 0600.';
  if (code === 'EACCES' || code === 'EPERM')
    return new StartRefusal(`${path} cannot be read and written (${code}). ${permissions}`);
  return new StartRefusal(`${path} cannot be used (${code}). ${bringBack}`);
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';
