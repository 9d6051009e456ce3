import { serviceNames, type ProcessName } from '@devchitchat/contracts';
import { runService, type RunningService, type Service } from '@devchitchat/service-kit';

/** The gateway comes last and goes first: a door with nobody behind it only disappoints. */
const order: readonly ProcessName[] = [...serviceNames, 'gateway'];

/** Milliseconds after which a start has done what it does once. */
const settled = 2_000;

/**
 * Code that ran once and objects of the start are a sixth of the process, and V8 would keep them for as long as nobody
 * talks. Needs `--expose-gc`.
 */
const giveBackWhatStartingTook = () => globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });

/**
 * All services in one process. They are the very modules that also run alone, and they still talk by NATS only; what they
 * share is Node and the packages, which is most of the memory.
 */
const home: Service = {
  name: 'home',
  async start(environment) {
    const running: RunningService[] = [];
    for (const name of order) {
      const { service } = (await import(new URL(`../${name}/main.js`, import.meta.url).href)) as { service: Service };
      // One credentials file cannot serve five: each finds its own in DATA_DIR.
      running.push(await service.start({ ...environment, NATS_CREDS: undefined }));
    }
    setTimeout(giveBackWhatStartingTook, settled).unref();
    return {
      async stop() {
        for (const service of running.toReversed()) await service.stop();
      },
    };
  },
};

// Whoever started us holds the other end of this channel. It closes when they are gone, even by kill -9.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await runService(home, process.env);
