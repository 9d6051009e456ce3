import { createLogger } from './process/logger';
import type { Service } from './process/service';
import { isStartRefusal, refusedToStart } from './process/start-refusal';

/** Docker kills after 10 s; a stop that takes longer than this would be cut there anyway. */
const stopWithinMs = 8_000;

/**
 * Makes one service this process's only work: stops it on SIGTERM and SIGINT, and ends the process with 1 on anything
 * nobody expected, because a supervisor starting it anew knows a good state and we do not. With 78 where a person has to
 * change something first; what, stands on stderr.
 *
 * With `ON_REFUSAL=stay` such a process says its sentence and then waits, doing nothing, until it is told to stop. Docker
 * knows no exit code after which it would not start a container again.
 */
export async function runService(service: Service, environment: NodeJS.ProcessEnv): Promise<void> {
  const logger = createLogger(service.name, 'info');
  const fail = (reason: string) => (error: unknown) => {
    logger.error(reason, { error });
    process.exit(1);
  };
  process.on('uncaughtException', fail('Nobody caught this; the process ends.'));
  process.on('unhandledRejection', fail('Nobody handled this rejection; the process ends.'));

  const running = await service.start(environment).catch(async (error: unknown) => {
    if (!isStartRefusal(error)) return fail('The service does not stand.')(error);
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
