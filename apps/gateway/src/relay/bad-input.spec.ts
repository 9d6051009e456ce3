import { once } from 'node:events';
import type { Duplex } from 'node:stream';
import {
  accepted,
  limits,
  messagingCommands,
  messagingReasons,
  rates,
  refused,
  type Reply,
} from '@devchitchat/contracts';
import type { Socket } from 'socket.io-client';
import type { WebSocket } from 'ws';
import { heard, GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const roomId = 'r_0000000000000000';
const message = { roomId, clientMsgId: 'client-1', text: 'Hello' };
const stored = { msgId: 1, seq: 1, eventId: 1, ts: 1 };

let harness: GatewayHarness;
let anna: Socket;
beforeAll(async () => {
  harness = await GatewayHarness.open({ RATE_LIMIT_FACTOR: '1000' });
  harness.answer(messagingCommands.msgSend, () => accepted(stored));
  harness.answer(messagingCommands.roomList, () => accepted({ rooms: [] }));
  anna = await harness.enter(person('a'));
});
afterAll(() => harness[Symbol.asyncDispose]());

const ask = (socket: Socket, name: string, ...inputs: unknown[]) =>
  socket.timeout(5_000).emitWithAck(name, ...inputs) as Promise<Reply<unknown>>;

const asksOf = (name: string) => harness.asked.filter(({ command }) => command.endsWith(name));

describe('a command', () => {
  it('is sent to its service with the actor of the handshake and returns its Reply', async () => {
    expect(await ask(anna, 'msg.send', message)).toEqual(accepted(stored));
    expect(asksOf('msg.send').at(-1)?.envelope).toMatchObject({
      actor: person('a').actor,
      address: '127.0.0.1',
      input: message,
      trace: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
    });
  });

  it('has an empty input if none is sent', async () => {
    expect(await ask(anna, 'room.list')).toEqual(accepted({ rooms: [] }));
  });

  it("is refused with the service's own words", async () => {
    const refusal = refused(messagingReasons.messageIdReused);
    harness.answer(messagingCommands.msgSend, () => refusal);
    expect(await ask(anna, 'msg.send', message)).toEqual(refusal);
    harness.answer(messagingCommands.msgSend, () => accepted(stored));
  });

  it('is refused as unavailable while its service is down', async () => {
    expect(await ask(anna, 'search.query', { text: 'hello' })).toMatchObject({
      ok: false,
      error: { code: 'unavailable', retryable: true },
    });
  });
});

/** Commands apart from the gateway's own, which asks every half second whether an admin exists. */
const askedForPeople = () => harness.asked.filter(({ command }) => !command.endsWith('first_admin_invite')).length;

describe('bad input', () => {
  it.each([
    ['an unknown command', 'msg.unsend', [{}], 'invalid'],
    ['a command for HTTP only', 'auth.sign_in', [{ handle: 'anna', password: 'x' }], 'invalid'],
    ['a command for services only', 'auth.session_resolve', [{ token: 'x' }], 'invalid'],
    ['a name that every object has', '__proto__', [{}], 'invalid'],
    ['another such name', 'constructor', [{}], 'invalid'],
    ["a name of socket.io's own", 'error', [{}], 'invalid'],
    ['an empty name', '', [{}], 'invalid'],
    ['an unknown field', 'msg.send', [{ ...message, admin: true }], 'invalid'],
    ['a missing field', 'msg.send', [{ roomId }], 'invalid'],
    ['a wrong type', 'msg.send', [{ ...message, text: 7 }], 'invalid'],
    ['a list', 'msg.send', [[message]], 'invalid'],
    ['a text', 'msg.send', ['Hello'], 'invalid'],
    ['a number', 'msg.send', [1], 'invalid'],
    ['nothing where something is needed', 'msg.send', [null], 'invalid'],
    ['two inputs', 'msg.send', [message, message], 'invalid'],
    ['a prototype', 'msg.send', [JSON.parse(`{"__proto__":{"admin":true},"roomId":"${roomId}"}`)], 'invalid'],
    [
      'a hidden prototype',
      'msg.send',
      [JSON.parse(JSON.stringify(message).replace('{', '{"__proto__":{},'))],
      'invalid',
    ],
    ['too long a text', 'msg.send', [{ ...message, text: 'x'.repeat(limits.messageBytes + 1) }], 'too_large'],
  ])('%s is refused, counted and never asked of a service', async (_what, name, inputs, code) => {
    const [asked, counted] = [askedForPeople(), harness.counters.refusals.of(code as 'invalid')];
    expect(await ask(anna, name, ...(inputs as unknown[]))).toMatchObject({
      ok: false,
      error: { code, message: expect.stringMatching(/^[A-Z"].*\.$/) as unknown, retryable: false },
    });
    expect(askedForPeople()).toBe(asked);
    expect(harness.counters.refusals.of(code as 'invalid')).toBe(counted + 1);
  });

  it.each([
    ['an input', (nest: string) => nest],
    ['a field', (nest: string) => JSON.stringify({ ...message, text: 0 }).replace('0}', `${nest}}`)],
  ])('that nests without end is refused as %s', async (_where, put) => {
    const raw = await harness.rawSocket(harness.cookieOf(person('d')));
    raw.send('40');
    await raw.next((frame) => frame.includes('hello'));
    raw.send(`421["msg.send",${put(`${'['.repeat(30_000)}${']'.repeat(30_000)}`)}]`);
    expect(await raw.next((frame) => frame.startsWith('431'))).toMatch(/^431\[\{"ok":false,"error":\{"code":"invalid"/);
    raw.socket.close();
  });

  it('is never quoted in the refusal', async () => {
    const canary = 'canary-77';
    const replies = [
      await ask(anna, canary, {}),
      await ask(anna, 'msg.send', { ...message, [canary]: 1 }),
      await ask(anna, 'msg.send', { ...message, roomId: canary }),
      await ask(anna, 'msg.send', canary),
    ];
    expect(JSON.stringify(replies)).not.toContain(canary);
  });

  it('is only counted, not executed, without an acknowledgement', async () => {
    const asked = harness.asked.length;
    const before = harness.counters.unanswerable.of('socket');
    anna.emit('msg.send', message);
    await ask(anna, 'room.list');
    expect(harness.counters.unanswerable.of('socket')).toBe(before + 1);
    expect(harness.asked.slice(asked).map(({ command }) => command)).toEqual(['cmd.messaging.0.room.list']);
  });
});

describe('a frame that no client sends', () => {
  it.each([
    ['a binary frame', Buffer.from([4, 1, 2, 3]), 'malformed'],
    ['a binary event', '451-0["msg.send",{"_placeholder":true,"num":0}]', 'malformed'],
    ['a frame in base64', 'bAAAA', 'malformed'],
    ['an unknown engine.io frame', '9', 'malformed'],
    ['an unknown socket.io packet', '49', 'malformed'],
    ['broken JSON', '42["msg.send",{', 'malformed'],
    ['another namespace', '40/admin,', 'malformed'],
    ['an acknowledgement of nothing', '431[]', 'malformed'],
    ['a ping, which is ours to send', '2', 'transport'],
    ['a megabyte', `42["msg.send",{"text":"${'x'.repeat(1024 * 1024)}"}]`, 'transport'],
  ] as const)('%s gets it cut, and counted', async (_what, frame, reason) => {
    const before = harness.counters.cuts.of(reason);
    const raw = await harness.rawSocket(harness.cookieOf(person('b')));
    raw.send('40');
    await raw.next((heard) => heard.includes('hello'));
    raw.send(frame);
    await raw.closed;
    expect(harness.counters.cuts.of(reason)).toBe(before + 1);
  });
});

describe('a client above a rate limit', () => {
  it('is told the limit and when to retry', async () => {
    await using strict = await GatewayHarness.open();
    strict.answer(messagingCommands.msgSend, () => accepted(stored));
    const carl = await strict.enter(person('c'));
    const replies = await Promise.all(
      Array.from({ length: rates.message.burst + 1 }, () => ask(carl, 'msg.send', message)),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(rates.message.burst);
    expect(replies.at(-1)).toMatchObject({
      ok: false,
      error: {
        code: 'rate_limited',
        reason: 'rate.too_fast',
        params: { burst: 20, perMinute: 300, waitMs: expect.any(Number) as number },
        message: 'Too fast: 20 at once, then 300 a minute. Try again in 1 s.',
        retryAfterMs: expect.any(Number) as number,
      },
    });
  });

  it('is counted per person, not per socket', async () => {
    await using strict = await GatewayHarness.open();
    strict.answer(messagingCommands.msgSend, () => accepted(stored));
    const sockets = [await strict.enter(person('c', 'c')), await strict.enter(person('c', 'd'))];
    const replies = await Promise.all(
      sockets.flatMap((socket) => Array.from({ length: 15 }, () => ask(socket, 'msg.send', message))),
    );
    expect(replies.filter(({ ok }) => !ok)).toHaveLength(10);
  });

  it('has to wait if it has too many commands in flight', async () => {
    let release!: () => void;
    const released = new Promise<void>((resolve) => (release = resolve));
    harness.answer(messagingCommands.msgSend, () => released.then(() => accepted(stored)));
    const replies = Array.from({ length: 101 }, () => ask(anna, 'msg.send', message));
    expect(await replies.at(-1)).toMatchObject({ ok: false, error: { code: 'rate_limited' } });
    release();
    expect((await Promise.all(replies.slice(0, 100))).every(({ ok }) => ok)).toBe(true);
    harness.answer(messagingCommands.msgSend, () => accepted(stored));
  });
});

describe('a flood', () => {
  it.each([
    ['of refused commands', '420["nonsense"]'],
    ['of commands without an acknowledgement', '42["msg.send",{}]'],
    ['of heartbeats', '3'],
  ])('%s gets its socket cut, and no one else waits for it', async (_what, frame) => {
    await using strict = await GatewayHarness.open();
    strict.answer(messagingCommands.roomList, () => accepted({ rooms: [] }));
    const innocent = await strict.enter(person('a'));
    const flooder = await strict.rawSocket(strict.cookieOf(person('b')));
    flooder.send('40');
    await flooder.next((heard) => heard.includes('hello'));

    for (let i = 0; i < 5_000; i++) flooder.send(frame);
    expect(await ask(innocent, 'room.list')).toEqual(accepted({ rooms: [] }));

    await flooder.closed;
    expect(strict.counters.cuts.of('flood')).toBe(1);
    expect(innocent.connected).toBe(true);
  });

  it.each([
    ['of pings, which ws answers automatically,', (socket: WebSocket) => socket.ping()],
    ['of unsolicited pongs', (socket: WebSocket) => socket.pong()],
    ['of messages without an end', (socket: WebSocket) => socket.send('', { fin: false })],
  ])('%s gets a connection cut that is no socket yet', async (_what, flood) => {
    await using strict = await GatewayHarness.open();
    const flooder = await strict.rawSocket();
    flooder.socket.on('pong', () => {});
    for (let i = 0; i < 5_000; i++) flood(flooder.socket);
    await flooder.closed;
    expect(strict.counters.cuts.of('flood') + strict.counters.cuts.of('transport')).toBe(1);
  });

  it('is detected earlier on a connection that is not a socket yet', async () => {
    await using strict = await GatewayHarness.open();
    const flooder = await strict.rawSocket();
    for (let i = 0; i < 20; i++) flooder.socket.pong();
    expect(strict.counters.cuts.of('flood')).toBe(0);
    flooder.socket.pong();
    await flooder.closed;
    expect(strict.counters.cuts.of('flood')).toBe(1);
  });

  it('is not read after a broken frame', async () => {
    await using strict = await GatewayHarness.open();
    const flooder = await strict.rawSocket();
    // It does not answer a closing handshake.
    const { _socket: tcp } = flooder.socket as unknown as { readonly _socket: Duplex };
    const empty = Buffer.from([0x81, 0x80, 0, 0, 0, 0]);
    tcp.removeAllListeners('data').resume();
    tcp.write(Buffer.concat(Array<Buffer>(5_000).fill(empty)));
    await once(tcp, 'close');
    expect(strict.counters.cuts.of('malformed')).toBe(1);
  });

  it('is refused if it consists of connections', async () => {
    // A burst of one, then one every five seconds: enough margin for slow machines.
    await using strict = await GatewayHarness.open({ RATE_LIMIT_FACTOR: '0.01' });
    const sockets = Array.from({ length: 10 }, () => strict.socket());
    const refusals = Promise.all(sockets.map((socket) => heard(socket, 'connect_error')));
    for (const socket of sockets) socket.connect();
    const codes = (await refusals).map(([error]) => (error as { data: { code: string } }).data.code);
    expect(new Set(codes)).toEqual(new Set(['unauthenticated', 'rate_limited']));
  });
});
