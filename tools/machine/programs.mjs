import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where servers live is often missing in the PATH of an ordinary user. */
const alsoLookedAt = ['/usr/local/bin', '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin'];

/** The path of a program on this machine, or nothing. */
export function findProgram(name) {
  const folders = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), ...alsoLookedAt];
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
