import { closeSync, openSync, readFileSync, statSync, type Stats } from 'node:fs';
import { StartRefusal } from '../process/start-refusal';

/** How every refusal about a file of ours ends: what to do, and that the file is as it was. */
export const bringBack = 'Nothing was changed. Bring it back from a backup (docs/operating.md), then start again.';

/**
 * The text of a file that the product owns; `undefined` where there is none.
 *
 * @throws {StartRefusal} naming the path, where something is there that cannot be read as a file
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
 * Bytes of a file that the product reads and writes; `undefined` where there is none. Not for a file that this process
 * has open as a database: closing it here would end SQLite's locks.
 *
 * @throws {StartRefusal} naming the path, where something is there that is no file, or not ours to read and write
 */
export function sizeOfOwned(path: string): number | undefined {
  try {
    const found = fileAt(path);
    if (found === undefined) return undefined;
    // Permissions are known only by opening it.
    closeSync(openSync(path, 'r+'));
    return found.size;
  } catch (error) {
    throw unusable(path, error);
  }
}

/** Rejects what is no file before it is opened: opening a named pipe blocks until something writes to it. */
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
