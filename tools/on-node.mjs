// `node tools/on-node.mjs PROGRAM …` runs a program of node_modules/.bin on the Node version of this workspace,
// whatever Node the terminal has. `nx test` and `nx lint` use it.
import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { bringNode } from './machine/node.mjs';
import { findProgram } from './machine/programs.mjs';
import { orRefuse } from './machine/refusal.mjs';
import { workspace } from './machine/workspace.mjs';

await orRefuse(async () => {
  const [program, ...args] = process.argv.slice(2);
  const node = await bringNode(console.log);
  // Specs start nats-server, which Debian installs outside an ordinary user's PATH.
  const path = [dirname(node), process.env.PATH, dirname(findProgram('nats-server') ?? '')].join(delimiter);
  const child = spawn(node, [join(workspace, 'node_modules', '.bin', program), ...args], {
    cwd: workspace,
    env: { ...process.env, PATH: path },
    stdio: 'inherit',
  });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('close', (code) => (process.exitCode = code ?? 1));
});
