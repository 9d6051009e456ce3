import { globSync } from 'node:fs';
import { testTimeout } from './jest.preset.mjs';

/** Every project that says how it is tested; `--selectProjects auth` runs one. */
export default {
  projects: globSync('{apps/*,libs/*,tools}/jest.config.mjs', { cwd: import.meta.dirname }).map(
    (path) => `<rootDir>/${path}`,
  ),
  testTimeout,
  // Specs wait for servers more than they compute, so every core gets one.
  maxWorkers: '100%',
};
