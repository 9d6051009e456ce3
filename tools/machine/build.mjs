import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.mjs';
import { run } from './run.mjs';
import { workspace } from './workspace.mjs';

const sources = [
  'apps',
  'libs',
  'tools/build-service.mjs',
  'tools/machine/service-bundle.mjs',
  'tools/precompress.mjs',
  'package.json',
  'package-lock.json',
  'tsconfig.base.json',
  'nx.json',
];
const builtFrom = join(workspace, 'dist', 'built-from.txt');

/**
 * Builds every app, unless dist/ was built from exactly these sources. Then it does not even start Nx, which takes a
 * second.
 */
export async function buildWhatIsStale(node, print) {
  if (isBuilt()) return;
  const waiting = 'Waiting for another build of this clone …';
  await withLock(join(workspace, '.node', 'build.lock'), { print, waiting }, async () => {
    if (isBuilt()) return;
    print('Building …');
    const fingerprint = fingerprintOf(workspace, sources);
    const env = { ...process.env, NX_DAEMON: 'false', NX_TUI: 'false' };
    await run(node, [join(workspace, 'node_modules', '.bin', 'nx'), 'run-many', '-t', 'build'], {
      env,
      doing: 'The build',
    });
    mkdirSync(join(workspace, 'dist'), { recursive: true });
    writeFileSync(builtFrom, fingerprint);
  });
}

function isBuilt() {
  try {
    return readFileSync(builtFrom, 'utf8') === fingerprintOf(workspace, sources);
  } catch {
    return false;
  }
}

/**
 * Returns a hash over the paths and contents of all files below the given paths, without specs, which no build
 * contains.
 */
export function fingerprintOf(root, paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => filesBelow(root, path)).sort()) {
    const content = readFileSync(join(root, path));
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

function filesBelow(root, path) {
  try {
    return readdirSync(join(root, path), { withFileTypes: true })
      .flatMap((entry) => {
        const inner = `${path}/${entry.name}`;
        return entry.isDirectory() ? filesBelow(root, inner) : [inner];
      })
      .filter((file) => !/\.spec\.\w+$/.test(file));
  } catch (error) {
    if (error.code === 'ENOTDIR') return [path];
    throw error;
  }
}
