import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { buildWhatIsStale } from '../machine/build.mjs';
import { bringDependencies } from '../machine/dependencies.mjs';
import { bringNode } from '../machine/node.mjs';
import { workspace } from '../machine/workspace.mjs';
import { dataFolderOf } from '../start/settings.mjs';

/** The folder in which the user typed the command: npm changes to the clone and passes the folder in INIT_CWD. */
export const typedIn = process.env.INIT_CWD ?? process.cwd();

/** The data folder of `npm start`. */
export const dataFolder = () => dataFolderOf(process.env);

/** Installs and builds as needed, then runs apps/backup in this terminal and exits with its code. */
export async function runBackupTool(args) {
  const print = (line) => process.stdout.write(`${line}\n`);
  const node = await bringNode(print);
  await bringDependencies(node, print);
  await buildWhatIsStale(node, print);
  const tool = spawn(node, [join(workspace, 'dist/apps/backup/main.js'), ...args], { stdio: 'inherit' });
  const [code] = await once(tool, 'exit');
  process.exitCode = code ?? 1;
}
