import { subjects, type NatsName } from '@devchitchat/contracts';
import {
  connect,
  credsAuthenticator,
  PermissionViolationError,
  type Authenticator,
  type NatsConnection,
} from '@nats-io/transport-node';
import type { Logger } from '../process/logger';
import { readOwned, StartRefusal } from '../owned-files';

export interface NatsOptions {
  readonly process: NatsName;
  readonly url: string;
  /** A credentials file; without one the server must not ask for any. */
  readonly credentials?: string | undefined;
  readonly logger: Logger;
}

/** Between two tries to reconnect, in milliseconds. Short, because a restarted nats-server is back within a second. */
const reconnectWaitMs = 250;

/** Connects, waits for a server that is not there yet, and never gives up afterwards. */
export async function connectNats({ process, url, credentials, logger }: NatsOptions): Promise<NatsConnection> {
  const nats = await connect({
    servers: url,
    name: process,
    // Everybody may hear `_INBOX.>` by default; a prefix of its own keeps a process's replies its own.
    inboxPrefix: subjects.inbox(process),
    ...(credentials ? { authenticator: authenticatorOf(credentials) } : {}),
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: reconnectWaitMs,
    reconnectJitter: 100,
    pingInterval: 5_000,
    maxPingOut: 2,
    ignoreAuthErrorAbort: true,
    // Else every request captures two stacks beforehand, for an error that hardly any of them gets.
    noAsyncTraces: true,
  });
  void logStatus(nats, logger);
  return nats;
}

/**
 * What a credentials file lets a process prove.
 *
 * @throws {StartRefusal} naming the file, where it is missing or damaged
 */
function authenticatorOf(path: string): Authenticator {
  const text = readOwned(path);
  const mend = 'Start everything again: it is made anew from nats/seeds.json. Or name another file in NATS_CREDS.';
  if (text === undefined) throw new StartRefusal(`${path}, the credentials for NATS, is missing. ${mend}`);
  const authenticator = credsAuthenticator(new TextEncoder().encode(text));
  try {
    // It looks at the file only when a server asks, and each time anew.
    authenticator('a nonce');
  } catch {
    throw new StartRefusal(`${path} is damaged: it holds no credentials for NATS. ${mend}`);
  }
  return authenticator;
}

async function logStatus(nats: NatsConnection, logger: Logger): Promise<void> {
  for await (const status of nats.status()) {
    if (status.type === 'disconnect') logger.warn('NATS is away.');
    if (status.type === 'reconnect') logger.info('NATS is back.');
    if (status.type !== 'error') continue;
    // A forbidden publish does not throw; it is told here and nowhere else.
    if (isLateAnswer(status.error)) logger.warn('An answer came too late: NATS was away meanwhile.');
    else logger.error('NATS refused something.', { error: status.error });
  }
}

/** nats-server lets a service answer what it has itself passed on, and a new one has passed on nothing yet. */
const isLateAnswer = (error: Error): boolean =>
  error instanceof PermissionViolationError && error.operation === 'publish' && error.subject.startsWith('_INBOX_');

/** Calls back each time the connection comes back after having been away. */
export async function onReconnect(nats: NatsConnection, callback: () => void): Promise<void> {
  for await (const status of nats.status()) if (status.type === 'reconnect') callback();
}
