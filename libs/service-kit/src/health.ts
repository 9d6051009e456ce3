import { subjects, type Health, type ProcessName } from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { version } from './version';

/**
 * Answers `health.<process>` with what `probe` says, or with `ok` where it says nothing. One that throws makes the process
 * `failing`, with the reason.
 */
export function serveHealth(
  process: ProcessName,
  nats: NatsConnection,
  probe: () => Pick<Health, 'state' | 'reason'> | undefined,
): void {
  const startedAt = performance.now();
  nats.subscribe(subjects.health(process), {
    callback: (_error, request) => {
      const health: Health = { process, version, uptimeMs: Math.round(performance.now() - startedAt), state: 'ok' };
      try {
        Object.assign(health, probe());
      } catch (error) {
        health.state = 'failing';
        health.reason = error instanceof Error ? error.message : 'unknown';
      }
      request.respond(JSON.stringify(health));
    },
  });
}
