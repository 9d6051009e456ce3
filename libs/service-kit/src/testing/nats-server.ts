import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { freePort } from './free-port';

/** A real nats-server on a free port of the loopback address, open to all: for specs only. */
export interface TestNatsServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
}

/** `at` brings back one that was ended, at the address at which others look for it. */
export async function startNatsServer(at?: Pick<TestNatsServer, 'port'>): Promise<TestNatsServer> {
  const port = at?.port ?? (await freePort());
  const server = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
  // A spec that ran out of time disposes of nothing, and must not keep the whole run from ending.
  server.unref();
  for await (const line of createInterface(server.stderr)) if (line.includes('Server is ready')) break;
  (server.stderr as Socket).unref();
  server.stderr.resume();
  return {
    url: `nats://127.0.0.1:${port}`,
    port,
    async [Symbol.asyncDispose]() {
      const exited = once(server, 'exit');
      server.kill('SIGKILL');
      await exited;
    },
  };
}
