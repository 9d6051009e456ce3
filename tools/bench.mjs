// `npm run bench [-- --json FILE] [-- --rounds N] [-- --calls N] …`: what the product costs, next to the least program that keeps
// the same promise, in a crowd, with a large history, and in a call (docs/benchmark.md). Brings what it needs, as `npm start`
// does, then hands over to tools/bench/main.ts.
import { spawn } from 'node:child_process';
import { buildWhatIsStale } from './machine/build.mjs';
import { bringDependencies } from './machine/dependencies.mjs';
import { bringNode } from './machine/node.mjs';
import { workspace } from './machine/workspace.mjs';

const say = (text) => process.stderr.write(`${text}\n`);
const node = await bringNode(say);
await bringDependencies(node, say);
await buildWhatIsStale(node, say);
const bench = spawn(node, ['--import', 'tsx', 'tools/bench/main.ts', ...process.argv.slice(2)], {
  cwd: workspace,
  stdio: 'inherit',
});
bench.on('exit', (code) => (process.exitCode = code ?? 1));
