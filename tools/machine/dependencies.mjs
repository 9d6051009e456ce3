import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { installedIn, npm, packagesOf } from './npm.mjs';
import { workspace } from './workspace.mjs';

/** Installs the packages of package-lock.json if one is missing or has another version. */
export async function bringDependencies(node, print) {
  if (areThere()) return;
  const waiting = 'Waiting for another start to install the dependencies …';
  await withLock(join(workspace, '.node', 'dependencies.lock'), { print, waiting }, async () => {
    if (areThere()) return;
    print('Installing dependencies …');
    // Not `ci`: it deletes packages that another process may be running on, and it refuses a lock file that lacks an
    // optional package of another platform.
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
    await npm(node, ['install', ...options], 'Installing dependencies');
  });
}

function areThere() {
  return holdsAll(packagesOf(join(workspace, 'package-lock.json')), installedIn(workspace));
}

/**
 * Whether every package of the lock file is installed. Optional packages may be missing: they may be for another
 * platform.
 */
export function holdsAll(locked, installed) {
  return Object.entries(locked).every(
    ([path, entry]) => path === '' || entry.optional || installed[path]?.version === entry.version,
  );
}
