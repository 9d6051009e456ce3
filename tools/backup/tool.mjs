import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { buildWhatIsStale } from '../machine/build.mjs';
import { bringDependencies } from '../machine/dependencies.mjs';
import { bringNode } from '../machine/node.mjs';
import { workspace } from '../machine/workspace.mjs';

/** The folder in which the command was typed: npm changes to the clone, and says where it was. */
export const typedIn = process.env.INIT_CWD ?? process.cwd();

/** As `npm start` finds it. */
export const dataFolder = () => resolve(process.env.DATA_DIR || join(workspace, '.data'));

/** Brings what apps/backup needs, and runs it in this terminal. The exit code is its own. */
export async function runBackupTool(args) {
  const say = (line) => process.stdout.write(`${line}\n`);
  const node = await bringNode(say);
  await bringDependencies(node, say);
  await buildWhatIsStale(node, say);
  const tool = spawn(node, [join(workspace, 'dist/apps/backup/main.js'), ...args], { stdio: 'inherit' });
  const [code] = await once(tool, 'exit');
  process.exitCode = code ?? 1;
}
