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
 * Jest's own runner of a spec file, for which Node itself loads modules: once for all files of a worker, and only what is a
 * spec for itself. What a file leaves behind in a module or a global, the next one finds: specs leave nothing behind.
 */
export default (globalConfig, config, _environment, _runtime, path, tell) => {
  // Jest has just set its own, which knows nothing of what Node loads.
  Error.prepareStackTrace = undefined;
  files += 1;
  // Of `jest` there is the clock; there are no mocks here.
  globalThis.jest = new ModernFakeTimers({ config, global: globalThis });
  return runInJest(globalConfig, config, { global: globalThis }, native, path, tell);
};

const native = {
  /** Fresh for each file, for it holds the file's tests. */
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
