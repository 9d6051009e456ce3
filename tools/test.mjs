// `npm test`: everything that has to hold, on a machine that needs only Node 20 or newer. Its last line is the totals. With
// `-- --containers` also what has to hold of `docker compose up`; that needs a Docker engine, and takes as long again.
// May run several times at once, and beside `npm start` in the same clone: each run has ports and folders of its own.
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

const say = (line) => console.log(line);

/** One of the example bots is Python, and signs with this. */
const hasPythonCryptography = () => spawnSync('python3', ['-c', 'import cryptography']).status === 0;

/**
 * strace shows that an answer comes after the disk has it, coturn that calls go through a relay; certutil makes a browser
 * trust a certificate.
 */
async function bringWitnesses() {
  const missing = ['chromium', 'strace'].filter((name) => !findProgram(name));
  if (!findProgram('turnserver')) missing.push('coturn');
  if (!findProgram('certutil')) missing.push('libnss3-tools');
  if (!hasPythonCryptography()) missing.push('python3-cryptography');
  if (missing.length > 0 && canInstallDebianPackages()) await installDebianPackages(missing, say);
  await bringHeadlessShell();
}

/** Chromium without windows takes a third less of the machine. Where it cannot be had, the whole Chromium does as well. */
async function bringHeadlessShell() {
  const shell = 'chromium-headless-shell';
  if (findProgram(shell) || !canInstallDebianPackages()) return;
  await installDebianPackages([shell], say).catch(() => say(`${shell} cannot be had; Chromium does as well.`));
}

await orRefuse(async () => {
  const node = await bringNode(say);
  await bringDependencies(node, say);
  const natsServer = await bringNatsServer(say);
  if (!natsServer) throw noNatsServer;
  await bringWitnesses();
  await buildWhatIsStale(node, say);

  const folder = mkdtempSync(join(tmpdir(), 'devchitchat-test-'));
  const path = [dirname(node), process.env.PATH, dirname(natsServer)].join(delimiter);
  const environment = { ...process.env, PATH: path, NX_DAEMON: 'false' };
  // Reading and running go side by side; what measures time, with browsers and faults, gets the machine to itself.
  const first = await Promise.all([
    runInOrder(checks(folder), node, environment),
    runInOrder([specs(folder)], node, environment),
  ]);
  const alone = [endToEnd(folder), ...(process.argv.includes('--containers') ? [inContainers(folder)] : [])];
  const second = await runInOrder(alone, node, environment);

  const total = sum([...first.flat(), ...second]);
  if (total.failed === 0) rmSync(folder, { recursive: true, force: true });
  else say(`Traces and reports of this run: ${folder}`);
  say(totals(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
});
