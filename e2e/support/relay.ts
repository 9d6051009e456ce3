import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eventually } from './eventually';
import { freePort } from './free-port';
import { RunningProcess } from './running-process';

const host = '127.0.0.1';

/** A real coturn on a free port of the loopback address, over UDP and TCP. */
export async function startRelay(secret: string): Promise<AsyncDisposable & { readonly port: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'devchitchat-relay-'));
  const port = await freePort();
  const options = {
    'listening-ip': host,
    'listening-port': port,
    'relay-ip': host,
    realm: 'devchitchat',
    'static-auth-secret': secret,
    userdb: join(folder, 'turndb'),
    pidfile: join(folder, 'turnserver.pid'),
    'log-file': 'stdout',
  };
  const flags = ['use-auth-secret', 'allow-loopback-peers', 'no-cli', 'no-tls', 'no-dtls', 'no-multicast-peers'];
  const parameters = [
    ...Object.entries(options).map(([name, value]) => `--${name}=${value}`),
    ...flags.map((name) => `--${name}`),
  ];
  // Ignores the system's coturn configuration, whose path differs between systems.
  const server = new RunningProcess('coturn', ['turnserver', '-n', ...parameters], process.env, []);
  await eventually('a relay that listens', () => isListening(port));
  return {
    port,
    async [Symbol.asyncDispose]() {
      await server.end();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function isListening(port: number): Promise<true | undefined> {
  const socket = connect(port, host);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}
