import { join } from 'node:path';
import { workspace } from '../machine/workspace.mjs';
import { passedAtSecondTry, countsOfJest, countsOfPlaywright } from './counts.mjs';

const program = (name) => join(workspace, 'node_modules', '.bin', name);

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} args what Node is run with
 * @property {Record<string, string>} [env]
 * @property {{ file: string, countsOf: (report: any) => import('./counts.mjs').Counts, doubtsIn?: (report: any) => string[] }} [report] none: it counts as one
 */

const jest = (file, ...parameters) => ({
  args: [program('jest'), '--json', '--outputFile', file, ...parameters],
  report: { file, countsOf: countsOfJest },
});

/** Specs of the lint. They and ESLint both write the project graph that the other reads, so they run after ESLint. */
const lintSpecs = 'tools/lint/';

/**
 * Checks types with the native compiler of TypeScript 7, in a quarter of the CPU time. Angular's compiler and typescript-eslint
 * still need the JavaScript API of TypeScript 6. One thread: more of them check the shared types again.
 */
const typecheck = (project) => ({
  args: [
    join(workspace, 'node_modules', 'typescript-7', 'bin', 'tsc'),
    ...['-p', project, '--noEmit', '--singleThreaded'],
  ],
});

/** Static checks. @returns {Step[]} */
export const checks = (folder) => [
  { name: 'typecheck', ...typecheck('tsconfig.json') },
  // The build of the web app already checked its types and templates.
  { name: 'typecheck web specs', ...typecheck('apps/web/tsconfig.spec.json') },
  { name: 'eslint', args: [program('eslint'), '.'] },
  { name: 'planted violations', ...jest(join(folder, 'lint.json'), '--testPathPatterns', lintSpecs) },
  { name: 'import cycles', args: [join(workspace, 'tools', 'cycles.mjs')] },
  // Formatting depends on the file alone, so prettier may skip unchanged files. ESLint's results depend on types of
  // other files, so it checks all.
  {
    name: 'prettier',
    args: [program('prettier'), '--check', '--cache', '--cache-strategy', 'content', '--log-level', 'warn', '.'],
  },
  { name: 'dead exports', args: [program('knip')] },
  { name: 'protocol.md', args: ['--import', 'tsx', 'tools/protocol.ts', '--check'] },
  { name: '.env.example', args: ['--import', 'tsx', 'tools/environment.ts', '--check'] },
];

/** Jest specs: pure code, and services on a real SQLite and a real nats-server. @returns {Step} */
export const specs = (folder) => ({
  name: 'specs',
  ...jest(join(folder, 'jest.json'), '--testPathIgnorePatterns', lintSpecs),
});

const playwright = (projects, file, folder) => ({
  args: [program('playwright'), 'test', ...projects.map((name) => `--project=${name}`), '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, E2E_OUTPUT_DIR: folder },
  report: { file, countsOf: countsOfPlaywright, doubtsIn: passedAtSecondTry },
});

/** End-to-end tests: the built product in real browsers. @returns {Step} */
export const endToEnd = (folder) => ({
  name: 'end to end',
  ...playwright(['processes', 'calls'], join(folder, 'playwright.json'), join(folder, 'e2e')),
});

/** End-to-end tests in containers, started by `docker compose up`. Needs a Docker engine. @returns {Step} */
export const inContainers = (folder) => ({
  name: 'in containers',
  ...playwright(['containers'], join(folder, 'containers.json'), join(folder, 'containers')),
});
