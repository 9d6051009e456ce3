import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { freePort } from './free-port';

/** A real nats-server on a free port of the loopback address, without authentication: for specs only. */
export interface TestNatsServer extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
}

/** @param at restarts a stopped server on its old port */
export async function startNatsServer(at?: Pick<TestNatsServer, 'port'>): Promise<TestNatsServer> {
  const port = at?.port ?? (await freePort());
  const server = spawn('nats-server', ['-a', '127.0.0.1', '-p', String(port)], { stdio: ['ignore', 'ignore', 'pipe'] });
  // A spec that timed out disposes of nothing and must not keep the test run alive.
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
