import { delimiter, dirname } from 'node:path';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.mjs';

/** Runs npm on the given Node. npm tells its scripts where it is installed; otherwise it is found on the PATH. */
export function npm(node, args, doing) {
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const cli = process.env.npm_execpath;
  return cli?.endsWith('npm-cli.js') ? run(node, [cli, ...args], { env, doing }) : run('npm', args, { env, doing });
}

/**
 * Returns the packages that npm installed in a folder, as path of the package → its entry. npm writes this list last,
 * so an interrupted install has none.
 */
export function installedIn(folder) {
  return packagesOf(join(folder, 'node_modules', '.package-lock.json'));
}

export function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}
