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
import { reportWaiting } from './waiting';

export interface NatsOptions {
  readonly process: NatsName;
  readonly url: string;
  /** A credentials file; without one the server must not require any. */
  readonly credentials?: string | undefined;
  readonly logger: Logger;
  /** Milliseconds until it is reported that NATS cannot be reached, and between reports. */
  readonly waiting?: { readonly firstMs: number; readonly repeatMs: number };
}

/** Milliseconds between attempts to reconnect. Short, because a restarted nats-server is back within a second. */
const reconnectWaitMs = 250;

/** Connects, waits for a server that is not running yet and reports that, and reconnects without limit. */
export async function connectNats(options: NatsOptions): Promise<NatsConnection> {
  const { process, url, credentials, logger, waiting } = options;
  const authenticator = credentials ? authenticatorOf(credentials) : undefined;
  const told = reportWaiting({ url, logger, ...(waiting && { times: waiting }) });
  const nats = await connect({
    servers: url,
    name: process,
    // Any client may subscribe to `_INBOX.>` by default; a separate prefix keeps a process's replies private.
    inboxPrefix: subjects.inbox(process),
    ...(authenticator && { authenticator }),
    waitOnFirstConnect: true,
    maxReconnectAttempts: -1,
    reconnectTimeWait: reconnectWaitMs,
    reconnectJitter: 100,
    pingInterval: 5_000,
    maxPingOut: 2,
    ignoreAuthErrorAbort: true,
    // Otherwise every request captures two stacks, for errors that hardly ever occur.
    noAsyncTraces: true,
  }).finally(told);
  void logStatus(nats, logger);
  return nats;
}

/**
 * Reads the authenticator from a credentials file.
 *
 * @throws {StartRefusal} naming the file, if it is missing or damaged
 */
function authenticatorOf(path: string): Authenticator {
  const text = readOwned(path);
  const mend = 'Restart everything: it is recreated from nats/seeds.json. Or name another file in NATS_CREDS.';
  if (text === undefined) throw new StartRefusal(`${path}, the credentials for NATS, is missing. ${mend}`);
  const authenticator = credsAuthenticator(new TextEncoder().encode(text));
  try {
    // The authenticator parses the file only when a server asks, each time anew.
    authenticator('a nonce');
  } catch {
    throw new StartRefusal(`${path} is damaged: it contains no NATS credentials. ${mend}`);
  }
  return authenticator;
}

async function logStatus(nats: NatsConnection, logger: Logger): Promise<void> {
  for await (const status of nats.status()) {
    if (status.type === 'disconnect') logger.warn('NATS disconnected.');
    if (status.type === 'reconnect') logger.info('NATS reconnected.');
    if (status.type !== 'error') continue;
    // A forbidden publish does not throw; it is only reported here.
    if (isLateAnswer(status.error)) logger.warn('An answer came too late: NATS had disconnected.');
    else logger.error('NATS reported an error.', { error: status.error });
  }
}

/**
 * nats-server allows a service to answer only requests that it delivered itself, and a restarted one has delivered none.
 */
const isLateAnswer = (error: Error): boolean =>
  error instanceof PermissionViolationError && error.operation === 'publish' && error.subject.startsWith('_INBOX_');

/** Calls back after every reconnect. */
export async function onReconnect(nats: NatsConnection, callback: () => void): Promise<void> {
  for await (const status of nats.status()) if (status.type === 'reconnect') callback();
}
