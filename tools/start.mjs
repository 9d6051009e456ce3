// `npm start`: from a bare clone to a running devchitchat. Runs on the machine's own Node, 20 or newer, without any
// installed package, because it installs them.
import { join } from 'node:path';
import { buildWhatIsStale } from './machine/build.mjs';
import { bringDependencies } from './machine/dependencies.mjs';
import { bringNode } from './machine/node.mjs';
import { orRefuse, refusedToStart } from './machine/refusal.mjs';
import { Console } from './start/console.mjs';
import { claimDataFolder } from './start/data-folder.mjs';
import { becomesHealthy } from './start/health.mjs';
import { Journal } from './start/journal.mjs';
import { refuseUnlessFree } from './start/ports.mjs';
import { planHome, planNatsServer, prepareNats } from './start/processes.mjs';
import { readSettings, reachableAt } from './start/settings.mjs';
import { Supervisor } from './start/supervisor.mjs';

/** Milliseconds after which a start is reported as not ready. */
const standsWithinMs = 60_000;

await orRefuse(async () => {
  const settings = readSettings(process.env);
  const console = new Console(process.stdout);
  const supervisor = new Supervisor(settings.dataDir, () => {
    // Prints the held output, which explains the refusal.
    console.release();
    void supervisor.end(refusedToStart);
  });
  // Until the supervisor runs, a signal ends the current command.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => supervisor.end());

  await claimDataFolder(settings.dataDir);
  await refuseUnlessFree(settings);
  const node = await bringNode(console.print);
  await bringDependencies(node, console.print);
  await buildWhatIsStale(node, console.print);
  const nats = await planNatsServer(settings, console.print);
  await prepareNats(node, settings, nats);

  const logFile = join(settings.dataDir, 'logs', 'devchitchat.log');
  const journal = new Journal(console, logFile);
  if (nats.command) supervisor.start('nats-server', nats, journal);
  supervisor.start('home', planHome(node, settings, nats), journal);

  const healthy = await becomesHealthy(reachableAt(settings), standsWithinMs);
  if (supervisor.ending) return;
  console.print(
    healthy ? `devchitchat is at ${settings.address}` : 'devchitchat is not ready yet and keeps trying to start.',
  );
  console.print(`Its log is ${logFile}. Ctrl-C ends it.`);
  console.release();
});
