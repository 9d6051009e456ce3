import { globSync } from 'node:fs';
import { testTimeout } from './jest.preset.mjs';

/** All projects with a Jest configuration; `--selectProjects auth` runs one. */
export default {
  projects: globSync('{apps/*,libs/*,tools}/jest.config.mjs', { cwd: import.meta.dirname }).map(
    (path) => `<rootDir>/${path}`,
  ),
  testTimeout,
  // One worker per core, because specs wait for servers more than they compute.
  maxWorkers: '100%',
};
