import {
  authCommands as auth,
  diagnosticsCommands as diagnostics,
  messagingCommands as messaging,
  messagingEvents,
  isEvent,
  limits,
  signalingCommands as signaling,
  subjects,
  type Reply,
  type ValueOf,
} from '@devchitchat/contracts';
import { connect, credsAuthenticator } from '@nats-io/transport-node';
import { newPeerId } from './support/call-ids';
import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { Product } from './support/product';
import { post, ApiClient } from './support/api-client';

const metricsToken = 'canary-metrics-token';

/** The address of a relay that no caller reaches. */
const relay = { TURN_URLS: 'turn:127.0.0.1:9?transport=udp', TURN_SECRET: 'canary of the relay' };

/** All secrets and texts that passed through the product, by a name for the report. */
type Canaries = Record<string, string>;

/** Sends messages as a bot does: with its credentials, over NATS, and one that is refused. */
async function sayAs(
  { bot, credentials }: ValueOf<typeof auth.botCreate>,
  product: Product,
  said: object,
): Promise<void> {
  const id = bot.user.userId;
  const nats = await connect({
    servers: `nats://127.0.0.1:${product.natsPort}`,
    authenticator: credsAuthenticator(new TextEncoder().encode(credentials)),
    inboxPrefix: subjects.botInbox(id),
  });
  const ask = async (input: unknown) => {
    const answer = await nats.request(subjects.botCommand(id, 'msg.send'), JSON.stringify(input), { timeout: 5_000 });
    return answer.json<Reply<unknown>>();
  };
  await eventually('an answer to the bot', async () => (await ask(said)).ok || undefined);
  expect((await ask({ ...said, 'canary key': 'canary value' })).ok).toBe(false);
  await nats.close();
}

async function plant(product: Product): Promise<{ admin: ApiClient; canaries: Canaries; trace: string }> {
  const firstAdminLink = await product.firstAdminLink();
  const admin = await ApiClient.join(firstAdminLink, 'admin', 'Admin');
  const link = await admin.inviteLink();
  const bob = await ApiClient.join(link, 'bob', 'Canary Display Name');
  const password = 'canary password 4711';
  await bob.must(auth.passwordSet, { newPassword: password });
  await post(product.url, auth.signIn, { handle: 'bob', password: `wrong ${password}` });
  const signedIn = await post(product.url, auth.signIn, { handle: 'bob', password });
  const { code } = await bob.must(auth.deviceCodeCreate, {});
  await admin.must(auth.inviteCreate, { note: 'canary note' });
  const { room } = await bob.must(messaging.roomCreate, {
    name: 'canary-room',
    kind: 'private',
    topic: 'canary topic',
  });
  const dice = await admin.must(auth.botCreate, { handle: 'dice', displayName: 'Canary Bot' });
  const adding = { roomId: room.roomId, userId: dice.bot.user.userId };
  await eventually('the bot in the room', async () => (await bob.ask(messaging.roomMemberAdd, adding)).ok || undefined);
  await sayAs(dice, product, { roomId: room.roomId, clientMsgId: 'dice-says-1', text: 'canary words of a bot' });
  await admin.must(auth.botRevoke, { userId: dice.bot.user.userId });
  const invited = await bob.must(messaging.roomInviteCreate, { roomId: room.roomId });
  const text = 'canary words of Bob';
  await bob.must(messaging.msgSend, { roomId: room.roomId, clientMsgId: 'client-msg-1', text });
  await bob.must(messaging.searchQuery, { text: 'canary words' });
  const lobby = await admin.lobby();
  const [peerId, toPeerId] = [newPeerId(), newPeerId()];
  await admin.must(signaling.rtcJoin, { roomId: lobby, peerId: toPeerId });
  const { call } = await bob.must(signaling.rtcJoin, { roomId: lobby, peerId });
  const way = { callId: call.callId, peerId, toPeerId, incarnation: 1 };
  const candidate = { candidate: 'canary candidate', sdpMid: '0', sdpMLineIndex: 0, usernameFragment: 'canary' };
  await bob.must(signaling.rtcOffer, { ...way, negotiation: 1, sdp: 'canary description' });
  await bob.must(signaling.rtcIce, { ...way, candidates: [candidate] });
  const { relay: given } = await bob.must(signaling.rtcIceServers, { callId: call.callId, peerId });
  // Refused in every possible way, because refusals are likely to quote their input.
  await bob.ask(auth.inviteCreate, { note: 'canary refused note' });
  await bob.ask(messaging.msgSend, { roomId: 'canary wrong room', text } as never);
  await bob.ask(messaging.searchQuery, { text: 'x', 'canary key': 1 } as never);
  await bob.ask(signaling.rtcOffer, { ...way, negotiation: 2, sdp: 'canary '.repeat(limits.signalBytes / 7 + 1) });
  await bob.ask(signaling.rtcIce, { ...way, toPeerId: newPeerId(), candidates: [candidate] });
  await bob.ask(signaling.rtcAnswer, { ...way, sdp: 'canary without a number' } as never);
  await bob.socket.timeout(2_000).emitWithAck('canary.command', { secret: 'canary input' });
  const sent = await eventually('the message', () => bob.events.find((e) => isEvent(messagingEvents.messageSent, e)));
  const secretIn = (text: string) => text.split(/[/=]/).at(-1) ?? '';
  return {
    admin,
    trace: sent.trace,
    canaries: {
      'invite token': secretIn(link),
      "admin's cookie": secretIn(admin.cookie),
      "bob's cookie": secretIn(bob.cookie),
      'signed-in cookie': secretIn(signedIn.cookie),
      'room invite token': invited.token,
      'device code': code,
      "bot's seed": /\bSU[A-Z2-7]{56}\b/.exec(dice.credentials)?.[0] ?? '',
      "bot's token": /\beyJ\S+/.exec(dice.credentials)?.[0] ?? '',
      "relay's password": given?.credential ?? '',
      'metrics token': metricsToken,
      'everything else': 'canary',
    },
  };
}

const found = (canaries: Canaries, text: string): string[] =>
  Object.entries(canaries)
    .filter(([, canary]) => text.toLowerCase().includes(canary.toLowerCase()))
    .map(([name]) => name);

test('logs, metrics and the dashboard contain no secret and no text, and every log contains the trace', async () => {
  const product = await Product.split({ environment: { LOG_LEVEL: 'debug', METRICS_TOKEN: metricsToken, ...relay } });
  try {
    const { admin, canaries, trace } = await plant(product);
    for (const process of ['messaging', 'gateway'] as const) {
      const line = await eventually(`the trace in the log of ${process}`, () =>
        product.lines.find(({ from, text }) => from === process && text.includes(`"trace":"${trace}"`)),
      );
      expect(JSON.parse(line.text)).toMatchObject({ process, trace });
    }
    // A restart, to cause warnings and alerts as well.
    await product.restart('nats');
    await product.healthy();
    const { problems } = await eventually('problems on the dashboard', async () => {
      const reply = await admin.ask(diagnostics.diagSnapshot, {});
      return reply.ok && reply.value.problems.length > 0 ? reply.value : undefined;
    });
    expect(problems.map(({ message }) => message)).toContain('NATS disconnected.');

    const snapshot = await admin.must(diagnostics.diagSnapshot, {});
    const history = await admin.must(diagnostics.diagHistory, {});
    const events = await admin.must(diagnostics.diagEvents, { limit: 100 });
    const metrics = await fetch(`${product.url}/metrics`, { headers: { authorization: `Bearer ${metricsToken}` } });
    expect(metrics.status).toBe(200);
    expect(events.events.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['message.sent', 'password.changed', 'room.created', 'session.opened', 'invite.created']),
    );
    const places: Record<string, string> = {
      snapshot: JSON.stringify(snapshot),
      history: JSON.stringify(history),
      events: JSON.stringify(events),
      metrics: await metrics.text(),
      health: await (await fetch(`${product.url}/health`)).text(),
      // The first admin's link, which belongs in the log and is used up by now.
      log: product.lines.map(({ text }) => text).join('\n'),
    };
    expect(
      Object.entries(places).flatMap(([place, text]) => found(canaries, text).map((what) => [place, what])),
    ).toEqual([]);
    admin.close();
  } finally {
    await product.end();
  }
});
