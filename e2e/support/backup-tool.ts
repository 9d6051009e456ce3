import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * Runs the program behind `npm run backup` and `npm run restore` on a test's data folder.
 * @returns stdout
 * @throws with its error output
 */
const tool = async (...args: string[]): Promise<string> =>
  (await run(process.execPath, ['dist/apps/backup/main.js', ...args])).stdout;

/**
 * Runs the npm script itself, as an operator would, on the data folder of `npm start`.
 * @returns stdout
 * @throws with its error output
 */
export const byNpm = async (dataDir: string, ...words: string[]): Promise<string> =>
  (await run('npm', ['run', ...words], { env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir } })).stdout;

export const backUp = (dataDir: string, file: string): Promise<string> => tool('backup', dataDir, file);

export const restore = (file: string, dataDir: string): Promise<string> => tool('restore', file, dataDir, '--replace');
