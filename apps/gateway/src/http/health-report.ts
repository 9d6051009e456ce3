import type { IncomingMessage } from 'node:http';
import type { Health, ProcessName } from '@devchitchat/contracts';
import { isLoopback, nameInHost } from '../host-names/names';

export interface HealthReport {
  /** `ok` when every process is; `degraded` when the worst of them still does part of its work, such as reading. */
  readonly state: 'ok' | 'degraded' | 'failing';
  readonly services: Readonly<Record<ProcessName, Health>>;
}

/**
 * Who asks for a report. A `stranger` is anybody on the network; `machine` is a program on this machine, which reads which
 * service it is; an `operator` reads all of it.
 */
export type Asker = 'stranger' | 'machine' | 'operator';

/** The part of a report that somebody may read. */
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
 * Whether it comes from a program on this machine that means this machine. A proxy beside us comes from the loopback
 * address, too, but asks for others: by the name they used, or with the headers that say for whom.
 */
export function isFromThisMachine({ headers, socket }: IncomingMessage): boolean {
  const isForOthers = ['x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'forwarded', 'via'].some(
    (header) => headers[header] !== undefined,
  );
  const name = nameInHost(headers.host);
  const address = socket.remoteAddress?.replace(/^::ffff:/, '') ?? '';
  return !isForOthers && name !== undefined && isLoopback(name) && isLoopback(address);
}

/** A degraded server answers with 200: whoever starts it again because of its health would mend nothing by that. */
export const healthStatus = ({ state }: HealthReport): number => (state === 'failing' ? 503 : 200);
