import { messagingCommands, messagingEvents, type AnyEvent, type BodyOf, type RoomId } from '@devchitchat/contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io, type Socket } from 'socket.io-client';
import { freePort } from '../../e2e/support/free-port';
import { Product, type PartName } from '../../e2e/support/product';
import { StartedProduct } from '../../e2e/support/started-product';
import { ApiClient } from '../../e2e/support/api-client';
import type { Client, Target } from './target';

type Layout = 'home' | 'split';

/** A running product without any account. */
interface RunningProduct {
  readonly pids: Target['pids'];
  readonly firstAdminLink: string;
  end(): Promise<void>;
}

/** The largest number of uses of one invite. */
const maxUses = 100;

/** Lifts the rate limits, because the benchmark measures throughput. */
const environment = { RATE_LIMIT_FACTOR: '1000000', LOG_LEVEL: 'warn' };

const startIn: Record<Layout, () => Promise<RunningProduct>> = {
  /** Started by `npm start`: all services in one process. */
  async home() {
    const dataDir = await mkdtemp(join(tmpdir(), 'devchitchat-bench-'));
    const started = new StartedProduct(dataDir, await freePort(), environment);
    await started.healthy(120_000);
    const line = await started.printed(/^First admin: /);
    return {
      pids: { home: await started.pidOf('home'), nats: await started.pidOf('nats-server') },
      firstAdminLink: line.replace('First admin: ', '').replace('//localhost', '//127.0.0.1'),
      async end() {
        await started.end();
        await rm(dataDir, { recursive: true });
      },
    };
  },

  /** One process per service, as in docker-compose.yml. */
  async split() {
    const product = await Product.split({ environment });
    const parts: readonly PartName[] = ['nats', 'auth', 'messaging', 'signaling', 'diagnostics', 'gateway'];
    return {
      pids: Object.fromEntries(parts.map((name) => [name, product.part(name).pid])),
      firstAdminLink: await product.firstAdminLink(),
      end: () => product.end(),
    };
  },
};

/** Starts the product with `people` members in one room. */
export async function startProduct(
  layout: Layout,
  people: number,
  beforeAnybodyCame: (pids: Target['pids']) => Promise<void> = () => Promise.resolve(),
): Promise<Target> {
  const product = await startIn[layout]();
  await beforeAnybodyCame(product.pids);

  const admin = await ApiClient.join(product.firstAdminLink, 'person0');
  const clients = [admin];
  while (clients.length < people) {
    const newcomers = Array.from({ length: Math.min(people - clients.length, maxUses) }, (_, i) => clients.length + i);
    const link = await admin.inviteLink(newcomers.length);
    clients.push(...(await Promise.all(newcomers.map((at) => ApiClient.join(link, `person${at}`)))));
  }
  const { room } = await admin.must(messagingCommands.roomCreate, { name: 'bench', kind: 'public' });
  for (const client of clients) await client.must(messagingCommands.roomJoin, { roomId: room.roomId });

  // API clients keep every event they receive, which would distort the measurement. Bare sockets replace them.
  const sockets = clients.map(({ url, cookie }) =>
    io(url, { transports: ['websocket'], extraHeaders: { cookie, origin: url }, forceNew: true }),
  );
  for (const client of clients) client.close();
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.once('hello', () => resolve()))));
  return {
    name: layout,
    clients: sockets.map((socket) => clientOf(socket, room.roomId)),
    pids: product.pids,
    async end() {
      for (const socket of sockets) socket.disconnect();
      await product.end();
    },
  };
}

const clientOf = (socket: Socket, roomId: RoomId): Client => ({
  async send(id, text) {
    const reply = (await socket.emitWithAck(messagingCommands.msgSend.name, { roomId, clientMsgId: id, text })) as
      { ok: true } | { ok: false; error: { code: string; message: string } };
    if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  },
  onDelivered(heard) {
    socket.on('event', (event: AnyEvent) => {
      if (event.type === messagingEvents.messageSent.type)
        heard((event.body as BodyOf<typeof messagingEvents.messageSent>).clientMsgId);
    });
  },
});
