// `npm test`: all checks, on a machine that needs only Node 20 or newer. Its last line is the totals. `-- --containers`
// adds the tests of `docker compose up`, which need a Docker engine and take as long again. Several runs can share a
// clone with each other and with `npm start`: each has its own ports and folders.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { buildWhatIsStale } from './machine/build.mjs';
import { canInstallDebianPackages, installDebianPackages } from './machine/debian.mjs';
import { bringDependencies } from './machine/dependencies.mjs';
import { bringNatsServer, noNatsServer } from './machine/nats-server.mjs';
import { bringNode } from './machine/node.mjs';
import { findProgram } from './machine/programs.mjs';
import { orRefuse } from './machine/refusal.mjs';
import { runInOrder } from './test/run-step.mjs';
import { checks, endToEnd, inContainers, specs } from './test/steps.mjs';
import { sum, totals } from './test/counts.mjs';

const print = (line) => console.log(line);

/** An example bot in Python signs with this library. */
const hasPythonCryptography = () => spawnSync('python3', ['-c', 'import cryptography']).status === 0;

/**
 * strace shows that an answer follows the write to disk, coturn that calls work through a relay; certutil makes a
 * browser trust a certificate.
 */
async function bringWitnesses() {
  const missing = ['chromium', 'strace'].filter((name) => !findProgram(name));
  if (!findProgram('turnserver')) missing.push('coturn');
  if (!findProgram('certutil')) missing.push('libnss3-tools');
  if (!hasPythonCryptography()) missing.push('python3-cryptography');
  if (missing.length > 0 && canInstallDebianPackages()) await installDebianPackages(missing, print);
  await bringHeadlessShell();
}

/** Headless Chromium uses a third less CPU. Where it is not available, full Chromium works as well. */
async function bringHeadlessShell() {
  const shell = 'chromium-headless-shell';
  if (findProgram(shell) || !canInstallDebianPackages()) return;
  await installDebianPackages([shell], print).catch(() => print(`${shell} is not available; using Chromium instead.`));
}

await orRefuse(async () => {
  const node = await bringNode(print);
  await bringDependencies(node, print);
  const natsServer = await bringNatsServer(print);
  if (!natsServer) throw noNatsServer;
  await bringWitnesses();
  await buildWhatIsStale(node, print);

  const folder = mkdtempSync(join(tmpdir(), 'devchitchat-test-'));
  const path = [dirname(node), process.env.PATH, dirname(natsServer)].join(delimiter);
  const environment = { ...process.env, PATH: path, NX_DAEMON: 'false' };
  // Checks and specs run in parallel. Tests that measure time, with browsers and faults, run alone.
  const first = await Promise.all([
    runInOrder(checks(folder), node, environment),
    runInOrder([specs(folder)], node, environment),
  ]);
  const alone = [endToEnd(folder), ...(process.argv.includes('--containers') ? [inContainers(folder)] : [])];
  const second = await runInOrder(alone, node, environment);

  const total = sum([...first.flat(), ...second]);
  if (total.failed === 0) rmSync(folder, { recursive: true, force: true });
  else print(`Traces and reports of this run: ${folder}`);
  print(totals(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
});
