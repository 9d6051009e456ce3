import {
  authCommands,
  commonReasons as reasons,
  limits,
  refused,
  usualServerSettings,
  type Refusal,
} from '@devchitchat/contracts';
import type { Socket } from 'socket.io-client';
import { heard, GatewayHarness } from '../testing/gateway-harness';
import { person, type Person } from '../testing/people';

const anna = person('a');
const bert = person('b');

let harness: GatewayHarness;
beforeAll(async () => (harness = await GatewayHarness.open()));
afterAll(() => harness[Symbol.asyncDispose]());

async function refusalOf(socket: Socket): Promise<Refusal | undefined> {
  socket.connect();
  const [error] = (await heard(socket, 'connect_error')) as [Error & { data?: Refusal }];
  return error.data;
}

/** The gateway notices a closed socket with a delay. */
async function eventuallyIn(who: Person): Promise<boolean> {
  for (;;) {
    const socket = harness.socket(harness.cookieOf(who)).connect();
    if (await Promise.race([heard(socket, 'hello').then(() => true), heard(socket, 'connect_error').then(() => false)]))
      return true;
  }
}

describe('a handshake', () => {
  it('greets a signed-in user by name, with the limits', async () => {
    const socket = harness.socket(harness.cookieOf(anna));
    socket.connect();
    const [hello] = await heard(socket, 'hello');
    expect(hello).toEqual({
      user: anna.user,
      sessionId: anna.actor.sessionId,
      settings: usualServerSettings,
      version: expect.any(String) as unknown,
      now: expect.any(Number) as unknown,
      limits,
    });
    socket.disconnect();
  });

  it('is accepted from our own page', async () => {
    const socket = harness.socket({ ...harness.cookieOf(anna), origin: harness.url });
    socket.connect();
    await heard(socket, 'hello');
    socket.disconnect();
  });

  it('is rejected from another page', async () => {
    const before = harness.counters.cuts.of('origin');
    const socket = harness.socket({ ...harness.cookieOf(anna), origin: 'https://evil.example' });
    expect(await refusalOf(socket)).toBeUndefined();
    expect(socket.connected).toBe(false);
    expect(harness.counters.cuts.of('origin')).toBe(before + 1);
  });

  it.each([
    ['without a cookie', {}],
    ['with an unknown token', { cookie: `devchitchat_session=${'z'.repeat(43)}` }],
    ['with the token as something else', { authorization: `Bearer ${anna.token}` }],
  ])('%s is refused as unauthenticated', async (_how, headers) => {
    const before = harness.counters.refusals.of('unauthenticated');
    expect(await refusalOf(harness.socket(headers))).toMatchObject({ code: 'unauthenticated', retryable: false });
    expect(harness.counters.refusals.of('unauthenticated')).toBe(before + 1);
  });

  it('does not ask auth without a cookie', async () => {
    const questions = () => harness.asked.filter(({ command }) => command.endsWith('auth.session_resolve'));
    const before = questions();
    await refusalOf(harness.socket());
    expect(questions()).toEqual(before);
  });

  it('is refused as temporary while auth is down', async () => {
    await using elsewhere = await GatewayHarness.open();
    elsewhere.answer(authCommands.sessionResolve, () => refused(reasons.partRestarting));
    const refusal = await refusalOf(elsewhere.socket(elsewhere.cookieOf(anna)));
    expect(refusal).toMatchObject({ code: 'unavailable', retryable: true });
  });

  it('is refused for a sixth socket of one person, but not for another person or after one has closed', async () => {
    const sockets = Array.from({ length: limits.socketsPerPerson + 1 }, () => harness.socket(harness.cookieOf(bert)));
    const outcomes = sockets.map(
      (socket) =>
        new Promise<'in' | Refusal>((resolve) => {
          socket.on('hello', () => resolve('in'));
          socket.on('connect_error', (error: Error & { data?: Refusal }) => resolve(error.data!));
        }),
    );
    for (const socket of sockets) socket.connect();
    const refused = (await Promise.all(outcomes)).filter((outcome) => outcome !== 'in');
    expect(refused).toEqual([expect.objectContaining({ code: 'rate_limited', retryAfterMs: 15_000 })]);

    (await harness.enter(anna)).disconnect();
    sockets.find(({ connected }) => connected)!.disconnect();
    await expect(eventuallyIn(bert)).resolves.toBe(true);
    for (const socket of sockets) socket.disconnect();
  });

  it('asks auth once, however often it is started on one connection', async () => {
    const who = person('c');
    const raw = await harness.rawSocket(harness.cookieOf(who));
    for (let i = 0; i < 5; i++) raw.send('40');
    await raw.closed;
    const askedAbout = harness.asked.filter(
      ({ envelope }) => (envelope.input as { token?: string }).token === who.token,
    );
    expect(askedAbout.length).toBeLessThanOrEqual(1);
  });

  it('rejects a socket whose session ends during the lookup', async () => {
    const carl = person('d');
    let asked!: () => void;
    const question = new Promise<void>((resolve) => (asked = resolve));
    let answer!: () => void;
    const answered = new Promise<void>((resolve) => (answer = resolve));
    await using elsewhere = await GatewayHarness.open();
    elsewhere.answer(authCommands.sessionResolve, async () => {
      asked();
      await answered;
      return { ok: true, value: { actor: carl.actor, user: carl.user, settings: usualServerSettings } };
    });
    const socket = elsewhere.socket(elsewhere.cookieOf(carl));
    const gone = heard(socket, 'disconnect');
    const told: unknown[] = [];
    socket.onAny((name: string) => told.push(name));
    socket.connect();
    await question;
    elsewhere.endSession(carl);
    answer();
    await gone;
    expect(told).toEqual([]);
  });
});

describe('a connection that never becomes a socket', () => {
  it('is cut after some seconds', async () => {
    const raw = await harness.rawSocket(harness.cookieOf(anna));
    expect(await raw.closed).toEqual(expect.any(Number));
  });

  it('is cut if its socket disconnects and it stays open', async () => {
    const raw = await harness.rawSocket(harness.cookieOf(anna));
    raw.send('40');
    await raw.next((frame) => frame.includes('hello'));
    raw.send('41');
    await raw.closed;
  });
});
