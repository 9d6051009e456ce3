import type { Logger } from '@devchitchat/service-kit';
import type { Counters } from './counters';

/** Milliseconds between two reports. */
const every = 60_000;

/** Writes to the log once a minute what was turned away so far, where that changed. Returns what stops it. */
export function reportCounters(counters: Counters, logger: Logger): () => void {
  const timer = setInterval(() => {
    for (const [code, count] of counters.refusals.takeChanged()) logger.info('Refused so far.', { code, count });
    for (const [command, count] of counters.refusedCommands.takeChanged())
      logger.info('Refused so far.', { command, count });
    for (const [reason, count] of counters.cuts.takeChanged()) logger.info('Cut so far.', { reason, count });
  }, every);
  timer.unref();
  return () => clearInterval(timer);
}
