import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { io, type Socket } from 'socket.io-client';
import { freePort } from '../../e2e/support/free-port';
import type { Client, Target } from './target';

/**
 * The smallest program that makes the same promise about a message. It is not part of this repository
 * (CONTRIBUTING.md).
 */
const floor = process.env['BENCH_FLOOR'] ?? join(import.meta.dirname, '../../../shared/tools/floor/floor.cjs');

export const floorIsHere = (): boolean => existsSync(floor);

export async function startFloor(people: number): Promise<Target> {
  const folder = await mkdtemp(join(tmpdir(), 'devchitchat-floor-'));
  const [natsPort, port] = [await freePort(), await freePort()];
  const natsUrl = `nats://127.0.0.1:${natsPort}`;
  const nats = await started('nats-server', ['-a', '127.0.0.1', '-p', String(natsPort)], /Server is ready/);
  const role = (...parameters: string[]) => started(process.execPath, [floor, ...parameters], /ready/);
  const messaging = await role('messaging', join(folder, 'floor.sqlite'), natsUrl);
  const gateway = await role('gateway', String(port), natsUrl);

  const sockets = Array.from({ length: people }, () =>
    io(`http://127.0.0.1:${port}`, { transports: ['websocket'], forceNew: true }),
  );
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.once('connect', resolve))));
  return {
    name: 'floor',
    clients: sockets.map(clientOf),
    pids: { nats: nats.pid ?? 0, messaging: messaging.pid ?? 0, gateway: gateway.pid ?? 0 },
    async end() {
      for (const socket of sockets) socket.disconnect();
      for (const child of [gateway, messaging, nats]) {
        child.kill('SIGKILL');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Starts a program and resolves when it prints the given word. */
async function started(program: string, parameters: string[], ready: RegExp): Promise<ChildProcess> {
  const environment = { ...process.env, NODE_OPTIONS: '', NODE_PATH: join(import.meta.dirname, '../../node_modules') };
  const child = spawn(program, parameters, { env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  await Promise.race([child.stdout, child.stderr].map((stream) => saidOn(stream, ready)));
  child.stdout.resume();
  child.stderr.resume();
  return child;
}

const saidOn = (stream: NodeJS.ReadableStream, word: RegExp): Promise<void> =>
  new Promise((resolve) => {
    createInterface({ input: stream }).on('line', (line) => {
      if (word.test(line)) resolve();
    });
  });

const clientOf = (socket: Socket, index: number): Client => ({
  async send(id, text) {
    await socket.emitWithAck('send', { roomId: 'bench', userId: `u${index}`, clientMsgId: id, text });
  },
  onDelivered(heard) {
    socket.on('event', (stored: { clientMsgId: string }) => heard(stored.clientMsgId));
  },
});
