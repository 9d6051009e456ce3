import { setTimeout as delay } from 'node:timers/promises';
import {
  accepted,
  authEvents,
  messagingCommands,
  scopeHead,
  serviceHeartbeat,
  type AnyEvent,
  type Audience,
} from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import type { Socket } from 'socket.io-client';
import { anEvent } from '../testing/events';
import { heard, GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const [anna, bert, carl] = [person('a'), person('b'), person('c')];

let harness: GatewayHarness;
beforeAll(async () => {
  harness = await GatewayHarness.open();
  harness.answer(messagingCommands.roomList, () => accepted({ rooms: [] }));
});
afterAll(() => harness[Symbol.asyncDispose]());

/** Which of anna (twice), bert and carl receive what `publish` sends. */
async function hearers(publish: () => void): Promise<string[]> {
  const names = ['anna', 'anna too', 'bert', 'carl'];
  const sockets = await Promise.all([anna, person('a', 'd'), bert, carl].map((who) => harness.enter(who)));
  const heardBy: string[] = [];
  sockets.forEach((socket, i) => socket.on('event', () => heardBy.push(names[i]!)));
  sockets.forEach((socket, i) => socket.on('scope.head', () => heardBy.push(names[i]!)));
  publish();
  const last = { ...anEvent, type: 'user.registered', trace: 'f'.repeat(16) };
  const allHeard = Promise.all(sockets.map((socket) => hearsTrace(socket, last.trace)));
  harness.sayEvent(last, 'everyone', 'auth');
  await allHeard;
  sockets.forEach((socket) => socket.disconnect());
  // All sockets also received the final event.
  return heardBy.filter((name, i) => heardBy.indexOf(name) !== i).sort();
}

const hearsTrace = (socket: Socket, trace: string) =>
  new Promise<void>((resolve) => socket.on('event', (event: AnyEvent) => event.trace === trace && resolve()));

describe('an event', () => {
  it.each<[string, Audience, string[]]>([
    ['everyone', 'everyone', ['anna', 'anna too', 'bert', 'carl']],
    ['one person, on all devices', [anna.actor.userId], ['anna', 'anna too']],
    ['several', [anna.actor.userId, carl.actor.userId], ['anna', 'anna too', 'carl']],
    ['a person without a socket', [person('z').actor.userId], []],
    ['no one', [], []],
  ])('for %s is heard by exactly them', async (_whom, audience, expected) => {
    expect(await hearers(() => harness.sayEvent(anEvent, audience))).toEqual(expected);
  });

  it('arrives as it was published', async () => {
    const socket = await harness.enter(anna);
    const next = heard(socket, 'event');
    harness.sayEvent({ ...anEvent, content: { text: 'Grüß "dich" \u2028 👋' } }, [anna.actor.userId]);
    expect(await next).toEqual([{ ...anEvent, content: { text: 'Grüß "dich" \u2028 👋' } }]);
    socket.disconnect();
  });

  it('is not delivered if it is not on the surface', async () => {
    expect(await hearers(() => harness.sayEvent({ ...anEvent, type: 'invite.created' }, 'everyone', 'auth'))).toEqual(
      [],
    );
  });

  it('is not delivered if sent in the name of another service', async () => {
    expect(await hearers(() => harness.sayEvent(anEvent, 'everyone', 'auth'))).toEqual([]);
  });
});

describe('a notice', () => {
  const head = { service: 'messaging', scope: { kind: 'room', id: 'r_0000000000000000' }, head: 7 } as const;

  it('reaches its audience if it is on the surface', async () => {
    const publish = () => harness.sayNotice('messaging', scopeHead, head, [bert.actor.userId]);
    expect(await hearers(publish)).toEqual(['bert']);
  });

  it('is not delivered to browsers if it is for services', async () => {
    const socket = await harness.enter(anna);
    const told: unknown[] = [];
    socket.onAny((name: string) => told.push(name));
    harness.sayNotice('messaging', serviceHeartbeat, heartbeat('messaging', 1), 'everyone');
    await harness.nats.flush();
    await socket.emitWithAck('room.list');
    expect(told).toEqual([]);
    socket.disconnect();
  });
});

describe('the end of a session', () => {
  it("closes its sockets at once, and the person's other sockets receive the event", async () => {
    const [here, there] = [person('a', 'g'), person('a', 'h')];
    const [ending, other] = [await harness.enter(here), await harness.enter(there)];
    const told: unknown[] = [];
    ending.on('event', (event) => told.push(event));
    const closed = heard(ending, 'disconnect');
    const next = heard(other, 'event');
    harness.endSession(here);
    harness.sayEvent(anEvent, [anna.actor.userId]);
    // This reason tells the page not to reconnect.
    expect(await closed).toMatchObject(['io server disconnect', undefined]);
    expect(await next).toMatchObject([{ type: authEvents.sessionRevoked.type }]);
    expect(told).toEqual([]);
    other.disconnect();
  });

  it('is detected after a NATS outage', async () => {
    await using own = await GatewayHarness.open();
    const [ending, staying] = [await own.enter(anna), await own.enter(bert)];
    const closed = heard(ending, 'disconnect');
    const resync = heard(staying, 'resync');
    own.over.add(anna.actor.sessionId);
    await own.restartNats();
    await closed;
    expect(await resync).toEqual([{}]);
    expect(staying.connected).toBe(true);
  });

  it('revokes admin rights, also if they ended during a NATS outage', async () => {
    await using own = await GatewayHarness.open();
    const dora = person('d', 'g');
    const admin = { ...dora, actor: { ...dora.actor, role: 'admin' as const } };
    const socket = await own.enter(admin);
    own.answer(messagingCommands.roomList, ({ actor }) => accepted({ rooms: [], role: actor?.role }));
    const role = async () => {
      const { value } = (await socket.emitWithAck('room.list', {})) as { value?: { role: string } };
      // No answers while NATS is disconnected, and no more requests than the rate limit allows.
      if (value?.role !== 'admin') await delay(100);
      return value?.role;
    };
    expect(await role()).toBe('admin');
    await own.restartNats();
    await until(async () => (await role()) === 'member');
    own.admins.add(dora.actor.sessionId);
    await own.restartNats();
    await until(async () => (await role()) === 'admin');
    socket.disconnect();
  });

  it.each(['auth', 'messaging'] as const)('is checked after a restart of %s', async (service) => {
    const ending = await harness.enter(person('d', service === 'auth' ? 'e' : 'f'));
    const closed = heard(ending, 'disconnect');
    const resync = heard(ending, 'resync');
    harness.over.add(person('d', service === 'auth' ? 'e' : 'f').actor.sessionId);
    harness.sayNotice(service, serviceHeartbeat, heartbeat(service, 60_000), []);
    harness.sayNotice(service, serviceHeartbeat, heartbeat(service, 3), []);
    expect(await resync).toEqual([{}]);
    await closed;
  });
});

function heartbeat(process: 'auth' | 'messaging', uptimeMs: number) {
  return {
    process,
    runId: 'l',
    version: '0',
    runsIn: 'box:1',
    uptimeMs,
    memoryBytes: 1,
    eventLoopDelayP99Ms: 1,
    databaseBytes: null,
    disk: null,
    writer: null,
  };
}

describe('a restarted service', () => {
  it('has lost its pending commands, which are refused at once', async () => {
    const socket = await harness.enter(carl);
    harness.answer(messagingCommands.searchQuery, () => new Promise(() => {}));
    const reply = socket.emitWithAck('search.query', { text: 'hello' });
    await until(() => harness.asked.some(({ command }) => command.endsWith('search.query')));
    harness.sayNotice('messaging', serviceHeartbeat, heartbeat('messaging', 60_000), []);
    harness.sayNotice('messaging', serviceHeartbeat, heartbeat('messaging', 3), []);
    expect(await reply).toMatchObject({ ok: false, error: { code: 'unavailable', retryable: true } });
    socket.disconnect();
  });
});

describe('stopping', () => {
  it('answers pending commands, then disconnects every browser, which reconnects on its own', async () => {
    const own = await GatewayHarness.open();
    own.answer(
      messagingCommands.roomList,
      () => new Promise((resolve) => setTimeout(() => resolve(accepted({ rooms: [] })), 200)),
    );
    const socket = await own.enter(anna);
    const reply = socket.emitWithAck('room.list') as Promise<unknown>;
    const closed = heard(socket, 'disconnect');
    await until(() => own.asked.some(({ command }) => command.endsWith('room.list')));
    await own[Symbol.asyncDispose]();
    expect(await reply).toEqual(accepted({ rooms: [] }));
    expect((await closed)[0]).toBe('transport close');
  });
});
