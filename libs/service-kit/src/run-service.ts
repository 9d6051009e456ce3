import { createLogger } from './process/logger';
import type { Service } from './process/service';
import { isStartRefusal, refusedToStart } from './process/start-refusal';

/** Milliseconds for a stop. Docker kills after 10 s. */
const stopWithinMs = 8_000;

/**
 * Runs one service as this process: stops it on SIGTERM and SIGINT. Exits with 1 on unexpected errors, so that a supervisor
 * restarts it from a known state, and with 78 if a person has to fix something first; the reason is written to stderr.
 *
 * With `ON_REFUSAL=stay`, such a process writes its reason and then waits until it is stopped, because Docker has no exit
 * code after which it would not restart a container.
 */
export async function runService(service: Service, environment: NodeJS.ProcessEnv): Promise<void> {
  const logger = createLogger(service.name, 'info');
  const fail = (reason: string) => (error: unknown) => {
    logger.error(reason, { error });
    process.exit(1);
  };
  process.on('uncaughtException', fail('Uncaught exception; exiting.'));
  process.on('unhandledRejection', fail('Unhandled rejection; exiting.'));

  const running = await service.start(environment).catch(async (error: unknown) => {
    if (!isStartRefusal(error)) return fail('The service failed to start.')(error);
    process.stderr.write(`${service.name}: ${error.message}\n`);
    if (environment['ON_REFUSAL'] === 'stay') await toldToStop();
    return process.exit(refusedToStart);
  });

  const stop = (signal: string) => {
    logger.info('Stopping.', { signal });
    setTimeout(() => fail('Stopping took too long.')(undefined), stopWithinMs).unref();
    running.stop().then(() => process.exit(0), fail('Stopping failed.'));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

function toldToStop(): Promise<void> {
  const idle = setInterval(() => {}, 3_600_000);
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        clearInterval(idle);
        resolve();
      });
    }
  });
}
