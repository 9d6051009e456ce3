import { connect } from 'node:net';
import type { Logger } from '../process/logger';

/** Milliseconds until the first report: a nats-server that starts beside us is ready before. */
const firstMs = 1_000;
/** Milliseconds between later reports. */
const repeatMs = 30_000;
const probeMs = 3_000;

interface Waiting {
  readonly url: string;
  readonly logger: Pick<Logger, 'warn'>;
  readonly times?: { readonly firstMs: number; readonly repeatMs: number };
}

/** Reports soon and then sparsely that NATS cannot be reached, why, and what to do. Ends with the returned function. */
export function reportWaiting({ url, logger, times = { firstMs, repeatMs } }: Waiting): () => void {
  const { host, hostname, port } = addressIn(url);
  let ended = false;
  const report = async (): Promise<void> => {
    const obstacle = await obstacleAt(hostname, port);
    if (ended) return;
    logger.warn(`Waiting for NATS at ${host}: ${obstacle}`);
    timer = setTimeout(() => void report(), times.repeatMs);
  };
  let timer = setTimeout(() => void report(), times.firstMs);
  return () => {
    ended = true;
    clearTimeout(timer);
  };
}

/** A NATS URL without its user and password, which logs must not contain. */
function addressIn(url: string): { host: string; hostname: string; port: number } {
  const { hostname, port } = new URL(url.replace(/^\w+:/, 'http:'));
  const known = Number(port || 4222);
  return { host: `${hostname}:${known}`, hostname: hostname.replace(/^\[|\]$/g, ''), port: known };
}

/** The obstacle that a plain connection shows, as a sentence that says what to do. */
function obstacleAt(host: string, port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: probeMs });
    const end = (sentence: string) => () => {
      socket.destroy();
      resolve(sentence);
    };
    socket.once(
      'connect',
      end(
        'something listens there, but does not let this process in. It has to be a nats-server with the configuration in ' +
          'nats/nats-server.conf of DATA_DIR, and ready.',
      ),
    );
    socket.once('timeout', end('nothing answers there. Check NATS_URL and the network.'));
    socket.once('error', ({ code }: NodeJS.ErrnoException) => end(sentenceFor(code))());
  });
}

function sentenceFor(code = 'unknown error'): string {
  if (code === 'ECONNREFUSED') return 'nothing listens there. Start nats-server, or correct NATS_URL.';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'this name has no address. Correct NATS_URL.';
  return `it cannot be reached (${code}). Check NATS_URL and the network.`;
}
