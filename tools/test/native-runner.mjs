import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { loadTypeScript } from './load-typescript.mjs';

const require = createRequire(import.meta.url);
const runInJest = require('jest-circus/runner').default;
const { ModernFakeTimers } = require('@jest/fake-timers');

loadTypeScript();
process.setSourceMapsEnabled(true);

let files = 0;

/**
 * Jest's runner for a spec file, with modules loaded by Node: shared modules once per worker, the spec itself anew.
 * Module state and globals persist into the next file, so specs must clean up.
 */
export default (globalConfig, config, _environment, _runtime, path, tell) => {
  // Jest sets its own, which does not know modules that Node loaded.
  Error.prepareStackTrace = undefined;
  files += 1;
  // Only the fake timers of `jest`; specs here use no mocks.
  globalThis.jest = new ModernFakeTimers({ config, global: globalThis });
  return runInJest(globalConfig, config, { global: globalThis }, native, path, tell);
};

const native = {
  /** Reloaded for each file, because it holds the file's tests. */
  requireInternalModule(path) {
    delete require.cache[path];
    return require(path);
  },
  requireModule: require,
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (path) => import(`${pathToFileURL(path).href}?file=${files}`),
  setGlobalsForRuntime() {},
  enterTestCode() {},
  leaveTestCode() {},
};
