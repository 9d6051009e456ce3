import {
  gatewayCommands,
  messagingCommands,
  presence,
  presenceHere,
  subjects,
  type DataOf,
  type PresenceState,
  type Reply,
  type SaidState,
  type UserId,
} from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import type { Socket } from 'socket.io-client';
import { GatewayHarness } from '../testing/gateway-harness';
import { person, type Person } from '../testing/people';

const [anna, bert] = [person('a'), person('b')];
const annaToo = person('a', 'd');

/** Presence as a page sees it, from its first report on. */
function watch(socket: Socket) {
  const known = new Map<UserId, PresenceState>();
  const heard: DataOf<typeof presence>[] = [];
  socket.on(presence.name, (data: DataOf<typeof presence>) => {
    heard.push(data);
    if (data.whole) known.clear();
    for (const { userId, state } of data.people) known.set(userId, state);
  });
  return { heard, stateOf: ({ actor }: Person) => known.get(actor.userId) ?? 'offline' };
}

const setState = (socket: Socket, state: SaidState) =>
  socket.emitWithAck(gatewayCommands.presenceSet.name, { state }) as Promise<Reply<object>>;

describe('presence at one gateway', () => {
  let harness: GatewayHarness;
  beforeAll(async () => {
    harness = await GatewayHarness.open();
  });
  afterAll(() => harness[Symbol.asyncDispose]());

  it('is offline before the first report, then the best state of all tabs, then offline again', async () => {
    const looker = await harness.enter(bert);
    const shown = watch(looker);
    const [one, two] = [await harness.enter(anna), await harness.enter(annaToo)];
    expect(shown.stateOf(anna)).toBe('offline');
    await setState(one, 'hidden');
    await until(() => shown.stateOf(anna) === 'hidden');
    await setState(two, 'active');
    await until(() => shown.stateOf(anna) === 'active');
    await setState(two, 'idle');
    await until(() => shown.stateOf(anna) === 'idle');
    two.disconnect();
    await until(() => shown.stateOf(anna) === 'hidden');
    one.disconnect();
    await until(() => shown.stateOf(anna) === 'offline');
    looker.disconnect();
  });

  it('is complete for clients that connect later', async () => {
    const [socket, looker] = [await harness.enter(anna), await harness.enter(bert)];
    const shown = watch(looker);
    await setState(socket, 'idle');
    await until(() => shown.stateOf(anna) === 'idle');
    const late = harness.socket(harness.cookieOf(bert));
    const heard = watch(late);
    late.connect();
    await until(() => heard.heard.length > 0);
    expect(heard.heard[0]).toEqual({ whole: true, people: [{ userId: anna.actor.userId, state: 'idle' }] });
    for (const one of [socket, looker, late]) one.disconnect();
  });

  it('ends at once with its session', async () => {
    const [socket, looker] = [await harness.enter(person('e')), await harness.enter(bert)];
    const shown = watch(looker);
    await setState(socket, 'active');
    await until(() => shown.stateOf(person('e')) === 'active');
    harness.endSession(person('e'));
    await until(() => shown.stateOf(person('e')) === 'offline');
    looker.disconnect();
  });

  it('is published a few times, however often it changes', async () => {
    await using quick = await GatewayHarness.open({ RATE_LIMIT_FACTOR: '100000' });
    const told: unknown[] = [];
    quick.nats.subscribe(subjects.notice('gateway', presenceHere.name), { callback: () => void told.push(1) });
    await quick.nats.flush();
    const [socket, looker] = [await quick.enter(anna), await quick.enter(bert)];
    const shown = watch(looker);
    const flips = 1_500;
    for (let flip = 0; flip < flips; flip += 50) {
      await Promise.all(Array.from({ length: 50 }, (_, at) => setState(socket, at % 2 === 0 ? 'active' : 'hidden')));
    }
    await setState(socket, 'idle');
    await until(() => shown.stateOf(anna) === 'idle');
    expect(shown.heard.length).toBeLessThan(flips / 10);
    expect(told.length).toBeLessThan(flips / 10);
  });

  it('is refused to a client that changes it too often, which is then cut', async () => {
    const socket = await harness.enter(person('f'));
    const refusals = new Set<string>();
    const cut = new Promise<undefined>((resolve) => {
      socket.once('disconnect', () => resolve(undefined));
    });
    let reply: Reply<object> | undefined;
    do {
      reply = await Promise.race([setState(socket, 'active'), cut]);
      if (reply && !reply.ok) refusals.add(reply.error.code);
    } while (reply);
    expect([...refusals]).toEqual(['rate_limited']);
  });

  it('counts a bot with the state it reports', async () => {
    const bot = person('g').actor.userId;
    harness.answer(messagingCommands.roomList, () => ({ ok: true, value: { rooms: [] } }));
    harness.createBot(bot);
    const looker = await harness.enter(bert);
    const shown = watch(looker);
    const ask = async (name: string, input: object) =>
      (
        await harness.nats.request(subjects.botCommand(bot, name), JSON.stringify(input), {
          noMux: true,
          reply: `${subjects.botInbox(bot)}.${String(Math.random()).slice(2)}`,
          timeout: 2_000,
        })
      ).json<Reply<unknown>>();
    await until(async () => (await ask('room.list', {})).ok);
    await until(() => shown.stateOf(person('g')) === 'active');
    expect(await ask('presence.set', { state: 'idle' })).toEqual({ ok: true, value: {} });
    await until(() => shown.stateOf(person('g')) === 'idle');
    harness.revokeBot(bot);
    await until(() => shown.stateOf(person('g')) === 'offline');
    looker.disconnect();
  });
});

describe('presence at two gateways', () => {
  it('is merged, learned by a gateway that starts late, and survives a gateway that stops', async () => {
    await using harness = await GatewayHarness.open();
    const here = await harness.enter(anna);
    await setState(here, 'hidden');
    const another = await harness.anotherGateway();
    const looker = await harness.enter(bert, another.url);
    const shown = watch(looker);
    await until(() => shown.stateOf(anna) === 'hidden');

    const there = await harness.enter(annaToo, another.url);
    const shownHere = watch(await harness.enter(bert));
    await setState(there, 'active');
    await until(() => shown.stateOf(anna) === 'active' && shownHere.stateOf(anna) === 'active');

    const onlyThere = await harness.enter(person('c'), another.url);
    await setState(onlyThere, 'active');
    await until(() => shownHere.stateOf(person('c')) === 'active');
    await another.stop();
    await until(() => shownHere.stateOf(person('c')) === 'offline');
    expect(shownHere.stateOf(anna)).toBe('hidden');
  });

  it('cannot be forged by a service', async () => {
    await using harness = await GatewayHarness.open();
    const shown = watch(await harness.enter(bert));
    const people = [{ userId: anna.actor.userId, state: 'active' as const }];
    harness.sayNotice('auth', presence, { whole: false, people }, 'everyone');
    const socket = await harness.enter(person('c'));
    await setState(socket, 'active');
    await until(() => shown.stateOf(person('c')) === 'active');
    expect(shown.stateOf(anna)).toBe('offline');
  });
});
