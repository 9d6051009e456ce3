import {
  authCommands as auth,
  diagnosticsCommands as diagnostics,
  messagingCommands as messaging,
  messagingEvents,
  isEvent,
} from '@devchitchat/contracts';
import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { Product } from './support/product';
import { post, Talker } from './support/talker';

const metricsToken = 'canary-metrics-token';

/** Everything secret or said that passed through the product, under a name for the report. */
type Canaries = Record<string, string>;

async function plant(product: Product): Promise<{ admin: Talker; canaries: Canaries; trace: string }> {
  const firstAdminLink = await product.firstAdminLink();
  const admin = await Talker.join(firstAdminLink, 'admin', 'Admin');
  const link = await admin.inviteLink();
  const bob = await Talker.join(link, 'bob', 'Canary Display Name');
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
  const invited = await bob.must(messaging.roomInviteCreate, { roomId: room.roomId });
  const text = 'canary words of Bob';
  await bob.must(messaging.msgSend, { roomId: room.roomId, clientMsgId: 'client-msg-1', text });
  await bob.must(messaging.searchQuery, { text: 'canary words' });
  // Refused in every way there is, because a refusal is where an input likes to be quoted.
  await bob.ask(auth.inviteCreate, { note: 'canary refused note' });
  await bob.ask(messaging.msgSend, { roomId: 'canary wrong room', text } as never);
  await bob.ask(messaging.searchQuery, { text: 'x', 'canary key': 1 } as never);
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
      'metrics token': metricsToken,
      'everything else': 'canary',
    },
  };
}

const found = (canaries: Canaries, text: string): string[] =>
  Object.entries(canaries)
    .filter(([, canary]) => text.toLowerCase().includes(canary.toLowerCase()))
    .map(([name]) => name);

test('no secret and no word is in a log, a metric or on the dashboard; one trace is in every log', async () => {
  const product = await Product.split({ environment: { LOG_LEVEL: 'debug', METRICS_TOKEN: metricsToken } });
  try {
    const { admin, canaries, trace } = await plant(product);
    for (const process of ['messaging', 'gateway'] as const) {
      const line = await eventually(`the trace in the log of ${process}`, () =>
        product.lines.find(({ from, text }) => from === process && text.includes(`"trace":"${trace}"`)),
      );
      expect(JSON.parse(line.text)).toMatchObject({ process, trace });
    }
    // A restart in between, so that there are warnings and problems too.
    await product.restart('nats');
    await product.healthy();
    const { problems } = await eventually('problems on the dashboard', async () => {
      const reply = await admin.ask(diagnostics.diagSnapshot, {});
      return reply.ok && reply.value.problems.length > 0 ? reply.value : undefined;
    });
    expect(problems.map(({ message }) => message)).toContain('NATS is away.');

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
      // What a person looks for in the log: the link of the first admin, used up by now.
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
