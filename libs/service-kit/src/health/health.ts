import { subjects, type Health, type ProcessName } from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from '../process/logger';
import { listen } from '../nats/listen';
import { respond } from '../nats/send';
import { version } from '../process/version';

/**
 * Answers `health.<process>` with the result of `probe`, or `ok` if it returns nothing. A probe that throws makes the
 * process `failing` and is logged.
 */
export function serveHealth(
  process: ProcessName,
  nats: NatsConnection,
  logger: Logger,
  probe: () => Pick<Health, 'state' | 'reason'> | undefined,
): void {
  const startedAt = performance.now();
  listen(nats, subjects.health(process), { logger }, (request) => {
    const health: Health = { process, version, uptimeMs: Math.round(performance.now() - startedAt), state: 'ok' };
    try {
      Object.assign(health, probe());
    } catch (error) {
      health.state = 'failing';
      // An error message may quote its input, so it is only logged.
      health.reason = 'Its database cannot be read.';
      logger.error('The health check failed.', { error });
    }
    respond(nats, request, health);
  });
}
