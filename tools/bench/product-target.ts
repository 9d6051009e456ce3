import { messagingCommands, messagingEvents, type AnyEvent, type BodyOf, type RoomId } from '@devchitchat/contracts';
import { io, type Socket } from 'socket.io-client';
import { Product, type PartName } from '../../e2e/support/product';
import { Talker } from '../../e2e/support/talker';
import { people, type Client, type Target } from './target';

/**
 * The product with ten people in one room. `home` is what `npm start` runs, `split` a process for each service, as in the
 * compose file. Rates are out of the way: what is measured is the path, not the brake.
 */
export async function startProduct(
  layout: 'home' | 'split',
  beforeAnybodyCame: (pids: Target['pids']) => Promise<void>,
): Promise<Target> {
  const environment = { RATE_LIMIT_FACTOR: '1000000', LOG_LEVEL: 'warn' };
  const product = layout === 'home' ? await Product.home({ environment }) : await Product.split({ environment });
  const parts: PartName[] =
    layout === 'home' ? ['home', 'nats'] : ['nats', 'auth', 'messaging', 'signaling', 'diagnostics', 'gateway'];
  const pids = Object.fromEntries(parts.map((name) => [name, product.part(name).pid]));
  await beforeAnybodyCame(pids);

  const admin = await Talker.join(await product.firstAdminLink(), 'person0');
  const link = await admin.inviteLink(people);
  const others = Array.from({ length: people - 1 }, (_, i) => Talker.join(link, `person${i + 1}`));
  const talkers = [admin, ...(await Promise.all(others))];
  const { room } = await admin.must(messagingCommands.roomCreate, { name: 'bench', kind: 'public' });
  for (const talker of talkers) await talker.must(messagingCommands.roomJoin, { roomId: room.roomId });

  // Talkers keep all they hear, which would be measured too: lean sockets take their place.
  const sockets = talkers.map(({ url, cookie }) =>
    io(url, { transports: ['websocket'], extraHeaders: { cookie, origin: url }, forceNew: true }),
  );
  for (const talker of talkers) talker.close();
  await Promise.all(sockets.map((socket) => new Promise<void>((resolve) => socket.once('hello', () => resolve()))));
  return {
    name: layout,
    clients: sockets.map((socket) => clientOf(socket, room.roomId)),
    pids,
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
