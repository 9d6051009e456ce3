// `npm run dev`: from a bare clone to the Angular development server, in front of services that restart when their
// source changes. Uses its own data folder, so it runs beside `npm start`.
import { setTimeout as sleep } from 'node:timers/promises';
import { join } from 'node:path';
import { bringDependencies } from './machine/dependencies.mjs';
import { bringNode } from './machine/node.mjs';
import { orRefuse, Refusal, refusedToStart } from './machine/refusal.mjs';
import { workspace } from './machine/workspace.mjs';
import { Console } from './start/console.mjs';
import { claimDataFolder } from './start/data-folder.mjs';
import { becomesHealthy } from './start/health.mjs';
import { choosePort, refuseUnlessFree } from './start/ports.mjs';
import { planNatsServer, prepareNats } from './start/processes.mjs';
import { readSettings, reachableAt } from './start/settings.mjs';
import { Supervisor } from './start/supervisor.mjs';
import { DevelopmentJournal } from './dev/journal.mjs';
import { builtApps, planService, planTypeCheck, planWebServer, services } from './dev/processes.mjs';

/** Milliseconds after which a first start is reported as not ready. */
const readyWithinMs = 120_000;

await orRefuse(async () => {
  const startedAt = performance.now();
  const { PORT, DATA_DIR } = process.env;
  const settings = readSettings({
    ...process.env,
    PORT: PORT || '4200',
    DATA_DIR: DATA_DIR || join(workspace, '.data-dev'),
  });
  if (settings.tls) throw new Refusal('npm run dev speaks plain HTTP on this machine. Leave TLS unset.');
  const console = new Console(process.stdout);
  console.release();
  const supervisor = new Supervisor(settings.dataDir, () => void supervisor.end(refusedToStart));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => supervisor.end());

  await claimDataFolder(settings.dataDir);
  await refuseUnlessFree(settings);
  const node = await bringNode(console.print);
  await bringDependencies(node, console.print);
  const logFile = join(settings.dataDir, 'logs', 'devchitchat.log');
  const journal = new DevelopmentJournal(console, logFile, () => supervisor.ending);
  const gatewayPort = await choosePort('the gateway');
  // Starts first, because it takes the longest.
  supervisor.start('web', planWebServer(node, settings, { gatewayPort }), journal);

  // Imported only now, because their packages were just installed.
  const { ServiceBuild } = await import('./dev/service-build.mjs');
  const { watchSources } = await import('./dev/watch-sources.mjs');
  const nats = await planNatsServer(settings, console.print);
  const builds = new Map();
  for (const name of ['home', ...services]) {
    builds.set(name, await ServiceBuild.of(name, join(builtApps, name)));
  }
  await Promise.all([...builds.values()].map((build) => build.run()));
  await prepareNats(node, settings, nats, builtApps);
  if (nats.command) supervisor.start('nats-server', nats, journal);
  const where = { natsUrl: nats.url, gatewayPort };
  for (const name of services) supervisor.start(name, planService(node, name, settings, where), journal);

  watchSources(['apps', 'libs'], async (paths) => {
    for (const name of services) {
      const build = builds.get(name);
      if (supervisor.ending || !paths.some((path) => build.isMadeFrom(path)) || !(await build.run())) continue;
      supervisor.restart(name);
      console.print(`Rebuilt ${name}; restarting it.`);
    }
  });

  const ready = await isReady(settings, gatewayPort);
  if (supervisor.ending) return;
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  console.print(
    ready ? `devchitchat is at ${settings.address} after ${seconds} s.` : 'devchitchat is not ready yet; see above.',
  );
  // Only now, because its first run takes as long as all of the above.
  supervisor.start('types', planTypeCheck(node), journal);
  console.print(`Templates, styles and services follow your changes. The log is ${logFile}. Ctrl-C ends everything.`);
});

/** Whether the services are healthy and the web app is served. */
async function isReady(settings, gatewayPort) {
  const deadline = Date.now() + readyWithinMs;
  const healthy = await becomesHealthy(`http://127.0.0.1:${gatewayPort}`, readyWithinMs);
  while (healthy && Date.now() < deadline) {
    const page = await fetch(reachableAt(settings), { headers: { accept: 'text/html' } }).catch(() => undefined);
    if (page?.ok) return true;
    await sleep(100);
  }
  return false;
}
