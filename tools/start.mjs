// `npm start`: from a bare clone to a running devchitchat. Runs on the machine's own Node, 20 or newer, and needs nothing
// installed, because it is what installs.
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

/** How long a healthy installation may take to stand before we say that something is off, in milliseconds. */
const standsWithinMs = 60_000;

await orRefuse(async () => {
  const settings = readSettings(process.env);
  const console = new Console(process.stdout);
  const supervisor = new Supervisor(settings.dataDir, () => {
    // What it said stands on the console now, and is the way out.
    console.release();
    void supervisor.end(refusedToStart);
  });
  // Before there is anything to stop, this ends whatever command is at work.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => supervisor.end());

  await claimDataFolder(settings.dataDir);
  await refuseUnlessFree(settings);
  const node = await bringNode(console.say);
  await bringDependencies(node, console.say);
  await buildWhatIsStale(node, console.say);
  const nats = await planNatsServer(settings, console.say);
  await prepareNats(node, settings, nats);

  const logFile = join(settings.dataDir, 'logs', 'devchitchat.log');
  const journal = new Journal(console, logFile);
  if (nats.command) supervisor.start('nats-server', nats, journal);
  supervisor.start('home', planHome(node, settings, nats), journal);

  const healthy = await becomesHealthy(reachableAt(settings), standsWithinMs);
  if (supervisor.ending) return;
  console.say(healthy ? `devchitchat is at ${settings.address}` : 'devchitchat does not stand yet, and is tried on.');
  console.say(`Its log is ${logFile}. Ctrl-C ends it.`);
  console.release();
});
