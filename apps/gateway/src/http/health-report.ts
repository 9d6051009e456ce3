import type { IncomingMessage } from 'node:http';
import type { Health, ProcessName } from '@devchitchat/contracts';
import { isLoopback, nameInHost } from '../host-names/names';

export interface HealthReport {
  /** `ok` if every process is; `degraded` if the worst of them still does part of its work, such as reading. */
  readonly state: 'ok' | 'degraded' | 'failing';
  readonly services: Readonly<Record<ProcessName, Health>>;
}

/**
 * The kind of client that requests a report. A `stranger` sees the overall state, a `machine` (a program on this machine)
 * also the state of each service, an `operator` everything.
 */
export type Asker = 'stranger' | 'machine' | 'operator';

/** The part of a report that this kind of client may read. */
export function healthFor(asker: Asker, { state, services }: HealthReport): object {
  if (asker === 'operator') return { state, services };
  if (asker === 'stranger') return { state };
  const parts = Object.values(services).map(({ process, state, reason }) => [
    process,
    { process, state, ...(reason !== undefined && { reason }) },
  ]);
  return { state, services: Object.fromEntries(parts) as object };
}

/**
 * Whether a request comes from a program on this machine on its own behalf. A local proxy also connects from the loopback
 * address, but forwards for others: it uses their Host name or sets forwarding headers.
 */
export function isFromThisMachine({ headers, socket }: IncomingMessage): boolean {
  const isForOthers = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].some(
    (header) => headers[header] !== undefined,
  );
  const name = nameInHost(headers.host);
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  return !isForOthers && name !== undefined && isLoopback(name) && isLoopback(address);
}

/** The HTTP status. `degraded` is 200, because restarting the server would not help. */
export const healthStatus = ({ state }: HealthReport): number => (state === 'failing' ? 503 : 200);
