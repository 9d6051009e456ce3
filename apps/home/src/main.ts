import { serviceNames, type ProcessName } from '@devchitchat/contracts';
import { runService, type RunningService, type Service } from '@devchitchat/service-kit';

/** The gateway starts last and stops first, so that clients never reach it without its services. */
const order: readonly ProcessName[] = [...serviceNames, 'gateway'];

/** Milliseconds after which the work of starting is over. */
const settled = 2_000;

/**
 * Frees memory after the start. Code and objects used only once are a sixth of the process, and V8 would keep them while
 * the server is idle. Requires `--expose-gc`.
 */
const giveBackWhatStartingTook = () => globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' });

/**
 * All services in one process. They are the same modules that also run alone, and they communicate only over NATS; they
 * share Node and the packages, which is most of the memory.
 */
const home: Service = {
  name: 'home',
  async start(environment) {
    const running: RunningService[] = [];
    for (const name of order) {
      const { service } = (await import(new URL(`../${name}/main.js`, import.meta.url).href)) as { service: Service };
      // Each service uses its own credentials file from DATA_DIR.
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

// The parent process holds the other end of this channel. It closes when the parent ends, even by kill -9.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));

await runService(home, process.env);
