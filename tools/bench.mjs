// `npm run bench [-- --json FILE] [-- --rounds N] [-- --calls N] …`: measures the product in a crowd, with a large
// history and in a call, beside the smallest program that keeps the same promise (docs/benchmark.md). Installs and
// builds as `npm start` does, then runs tools/bench/main.ts.
import { spawn } from 'node:child_process';
import { buildWhatIsStale } from './machine/build.mjs';
import { bringDependencies } from './machine/dependencies.mjs';
import { bringNode } from './machine/node.mjs';
import { workspace } from './machine/workspace.mjs';

const print = (text) => process.stderr.write(`${text}\n`);
const node = await bringNode(print);
await bringDependencies(node, print);
await buildWhatIsStale(node, print);
const bench = spawn(node, ['--import', 'tsx', 'tools/bench/main.ts', ...process.argv.slice(2)], {
  cwd: workspace,
  stdio: 'inherit',
});
bench.on('exit', (code) => (process.exitCode = code ?? 1));
