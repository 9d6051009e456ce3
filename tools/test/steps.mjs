import { join } from 'node:path';
import { workspace } from '../machine/workspace.mjs';
import { tallyOfJest, tallyOfPlaywright } from './tally.mjs';

const program = (name) => join(workspace, 'node_modules', '.bin', name);

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {readonly string[]} args what Node is run with
 * @property {Record<string, string>} [env]
 * @property {{ file: string, tallyOf: (report: any) => import('./tally.mjs').Tally }} [report] none: it counts as one
 */

/** What reads the code and runs none of it. @returns {Step[]} */
export const checks = () => [
  { name: 'typecheck', args: [program('tsc'), '-p', 'tsconfig.json', '--noEmit'] },
  { name: 'typecheck web', args: [program('ngc'), '-p', 'apps/web/tsconfig.json', '--noEmit'] },
  { name: 'typecheck web specs', args: [program('tsc'), '-p', 'apps/web/tsconfig.spec.json', '--noEmit'] },
  { name: 'eslint', args: [program('eslint'), '.'] },
  { name: 'prettier', args: [program('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'dead exports', args: [program('knip')] },
  { name: 'protocol.md', args: ['--import', 'tsx', 'tools/protocol.ts', '--check'] },
];

/** Pure code, and services on a real SQLite and a real nats-server. @returns {Step} */
export const specs = (folder) => {
  const file = join(folder, 'jest.json');
  return {
    name: 'specs',
    // A spec that failed half way may leave a server behind: its failure is what counts, not a run without an end.
    args: [
      '--experimental-vm-modules',
      '--no-warnings',
      program('jest'),
      '--forceExit',
      '--json',
      '--outputFile',
      file,
    ],
    report: { file, tallyOf: tallyOfJest },
  };
};

/** The built product in real browsers. @returns {Step} */
export const endToEnd = (folder) => {
  const file = join(folder, 'playwright.json');
  return {
    name: 'end to end',
    args: [program('playwright'), 'test', '--reporter=list,json'],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, E2E_OUTPUT_DIR: join(folder, 'e2e') },
    report: { file, tallyOf: tallyOfPlaywright },
  };
};
