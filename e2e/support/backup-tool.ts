import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What `npm run backup` and `npm run restore` run, for a data folder of a test. @throws with its words. */
const tool = async (...args: string[]): Promise<string> =>
  (await run(process.execPath, ['dist/apps/backup/main.js', ...args])).stdout;

/** The same by npm, as a person types it, for the data folder of `npm start`. @throws with its words. */
export const byNpm = async (dataDir: string, ...words: string[]): Promise<string> =>
  (await run('npm', ['run', ...words], { env: { ...process.env, NODE_OPTIONS: '', DATA_DIR: dataDir } })).stdout;

export const backUp = (dataDir: string, file: string): Promise<string> => tool('backup', dataDir, file);

export const restore = (file: string, dataDir: string): Promise<string> => tool('restore', file, dataDir, '--replace');
