// `npm test`: everything that has to hold, on a machine that needs only Node 20 or newer. Its last line is the totals.
// May run several times at once, and beside `npm start` in the same clone: each run has ports and folders of its own.
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
import { checks, endToEnd, specs } from './test/steps.mjs';
import { sum, totals } from './test/tally.mjs';

const say = (line) => console.log(line);

/** strace shows that an answer comes after the disk has it. */
async function bringWitnesses() {
  const missing = ['chromium', 'strace'].filter((name) => !findProgram(name));
  if (missing.length > 0 && canInstallDebianPackages()) await installDebianPackages(missing, say);
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
  const second = await runInOrder([endToEnd(folder)], node, environment);

  const total = sum([...first.flat(), ...second]);
  if (total.failed === 0) rmSync(folder, { recursive: true, force: true });
  else say(`Traces and reports of this run: ${folder}`);
  say(totals(total));
  process.exitCode = total.failed === 0 ? 0 : 1;
});
