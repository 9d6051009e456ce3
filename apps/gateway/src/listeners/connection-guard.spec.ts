import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as secureConnect } from 'node:tls';
import { until } from '@devchitchat/service-kit/testing';
import { GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const quick = { perAddress: 20, firstRequestMs: 150, keepAliveMs: 50, idleMs: 400 };
const patient = { perAddress: 20, firstRequestMs: 60_000, keepAliveMs: 60_000, idleMs: 60_000 };

/** A raw connection for specs. */
function silent(port: number): Socket {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {}).resume();
  return socket;
}

/** Resolves on close, however it happens: a side still writing gets an error first. */
const closed = (socket: Socket) => new Promise((resolve) => socket.once('close', resolve));

const request = 'GET /health HTTP/1.1\r\nHost: x\r\n\r\n';

describe('a silent connection is closed', () => {
  it('on the plain listener', async () => {
    await using harness = await GatewayHarness.open({}, quick);
    await closed(silent(harness.gateway.port));
    expect(harness.counters.cuts.of('unused')).toBe(1);
  });

  it('on the HTTPS listener, before and after the handshake, and on the listener beside it', async () => {
    await using harness = await GatewayHarness.open({ TLS: 'local', HOST: '127.0.0.1' }, quick);
    const { port, plainPort = 0 } = harness.gateway;
    const secure = secureConnect({ port, host: '127.0.0.1', ca: harness.authority!, servername: 'localhost' });
    await once(secure, 'secureConnect');
    secure.on('error', () => {}).resume();
    await Promise.all([silent(port), silent(plainPort), secure].map((socket) => closed(socket)));
    expect(harness.counters.cuts.of('unused')).toBe(3);
  });

  it('if its first request arrives too slowly', async () => {
    await using harness = await GatewayHarness.open({}, quick);
    const socket = silent(harness.gateway.port);
    socket.write('GET / HTTP/1.1\r\nX: ');
    const drops = setInterval(() => socket.write('x'), 20).unref();
    socket.once('close', () => clearInterval(drops));
    await closed(socket);
    expect(harness.counters.cuts.of('unused')).toBe(1);
  });

  it('after an answer, and if a request stops halfway', async () => {
    await using harness = await GatewayHarness.open({}, { ...quick, firstRequestMs: 60_000 });
    const [kept, halfway] = [silent(harness.gateway.port), silent(harness.gateway.port)];
    kept.write(request);
    halfway.write('POST /api/auth.sign_in HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{');
    await Promise.all([kept, halfway].map((socket) => closed(socket)));
    expect(harness.counters.cuts.of('unused')).toBe(0);
  });

  it('if only blank lines arrive after an answer', async () => {
    await using harness = await GatewayHarness.open({}, quick);
    const socket = silent(harness.gateway.port);
    socket.write(request);
    await once(socket, 'data');
    const drops = setInterval(() => socket.write('\r\n'), 20).unref();
    socket.once('close', () => clearInterval(drops));
    await closed(socket);
    expect(harness.counters.cuts.of('unused')).toBe(1);
  });

  it('unless it is a socket', async () => {
    await using harness = await GatewayHarness.open({}, quick);
    const socket = await harness.enter(person('a'));
    await closed(silent(harness.gateway.port));
    expect(await socket.timeout(5_000).emitWithAck('nonsense', {})).toMatchObject({ error: { code: 'invalid' } });
  });
});

describe('the connections of one address', () => {
  it('are limited over all listeners, and one that closes makes room', async () => {
    await using harness = await GatewayHarness.open({ TLS: 'local', HOST: '127.0.0.1' }, patient);
    const { port, plainPort = 0 } = harness.gateway;
    const held = Array.from({ length: 20 }, (_, at) => silent(at % 2 === 0 ? port : plainPort));
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    await closed(silent(plainPort));
    expect(harness.counters.cuts.of('crowd')).toBe(1);
    held[0]!.destroy();
    await until(async () => {
      const socket = silent(plainPort);
      socket.write(request);
      const first = await new Promise((resolve) => socket.once('data', resolve).once('close', resolve));
      socket.destroy();
      return Buffer.isBuffer(first);
    });
    for (const socket of held) socket.destroy();
  });

  it('do not count for another address', async () => {
    await using harness = await GatewayHarness.open({}, { ...patient, perAddress: 2 });
    const held = [silent(harness.gateway.port), silent(harness.gateway.port)];
    await Promise.all(held.map((socket) => once(socket, 'connect')));
    await closed(silent(harness.gateway.port));
    const other = connect({ port: harness.gateway.port, host: '127.0.0.1', localAddress: '127.0.0.2' });
    other.write(request);
    expect(String((await once(other, 'data'))[0])).toContain('HTTP/1.1 503');
    for (const socket of [...held, other]) socket.destroy();
  });

  it('are counted for the client behind a trusted proxy, not for the proxy', async () => {
    await using harness = await GatewayHarness.open({ TRUST_PROXY: 'loopback' }, { ...patient, perAddress: 2 });
    const enter = async (name: string, address: string) => {
      const socket = harness.socket({ ...harness.cookieOf(person(name)), 'x-forwarded-for': address });
      const settled = new Promise<string>((resolve) => {
        for (const outcome of ['hello', 'connect_error']) socket.once(outcome, () => resolve(outcome));
      });
      socket.connect();
      return settled;
    };
    expect(await enter('a', '203.0.113.7')).toBe('hello');
    expect(await enter('b', '203.0.113.7')).toBe('hello');
    expect(await enter('c', '203.0.113.7')).toBe('connect_error');
    expect(await enter('d', '2001:db8::1')).toBe('hello');
    expect(await enter('e', '2001:db8::2')).toBe('hello');
    expect(await enter('f', '2001:db8::3')).toBe('connect_error');
    expect(harness.counters.cuts.of('crowd')).toBe(2);
  });
});

describe('requests', () => {
  /** Returns the statuses received until the connection closes or `maxAnswers` arrived. */
  async function answersTo(port: number, text: string, maxAnswers: number, from = '127.0.0.1'): Promise<string[]> {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    let said = '';
    const statuses = () => Array.from(said.matchAll(/HTTP\/1\.1 (\d+)/g), ([, status = '']) => status);
    socket
      .on('error', () => {})
      .on('data', (data: Buffer) => {
        said += data.toString();
        if (statuses().length >= maxAnswers) socket.destroy();
      });
    socket.write(text);
    await closed(socket);
    return statuses();
  }

  it('cut the connection if too many are unanswered, on every listener and path', async () => {
    await using harness = await GatewayHarness.open({ TLS: 'local', HOST: '127.0.0.1' });
    const { plainPort = 0 } = harness.gateway;
    expect(await answersTo(plainPort, request.repeat(16), 16)).toHaveLength(16);
    expect(harness.counters.cuts.of('flood')).toBe(0);
    await answersTo(plainPort, request.repeat(2_000), Infinity);
    expect(harness.counters.cuts.of('flood')).toBe(1);
    await using plain = await GatewayHarness.open();
    const polling = 'GET /socket.io/?EIO=4&transport=polling HTTP/1.1\r\nHost: x\r\n\r\n';
    for (const each of [request, polling, 'POST /api/auth.sign_in HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n']) {
      await answersTo(plain.gateway.port, each.repeat(2_000), Infinity);
    }
    expect(plain.counters.cuts.of('flood')).toBe(3);
  });

  it('count even if Node answers them without emitting them', async () => {
    await using harness = await GatewayHarness.open();
    const expecting = request.replace('\r\n\r\n', '\r\nExpect: x\r\n\r\n');
    expect(await answersTo(harness.gateway.port, expecting, Infinity)).toEqual(['417']);
    expect(harness.counters.cuts.of('flood')).toBe(0);
    await answersTo(harness.gateway.port, expecting.repeat(2_000), Infinity);
    expect(harness.counters.cuts.of('flood')).toBe(1);
  });

  it('must declare the length of their body, except through a proxy', async () => {
    const chunked = 'POST /api/auth.sign_out HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n';
    await using harness = await GatewayHarness.open();
    const flood = chunked + '1\r\nx\r\n'.repeat(1_000);
    expect(await answersTo(harness.gateway.port, flood, Infinity)).toEqual(['411']);
    expect(harness.counters.cuts.of('malformed')).toBe(1);
    await using proxied = await GatewayHarness.open({ TRUST_PROXY: 'loopback' });
    expect(await answersTo(proxied.gateway.port, `${chunked}2\r\n{}\r\n0\r\n\r\n`, 1)).not.toEqual(['411']);
    expect(proxied.counters.cuts.of('malformed')).toBe(0);
  });

  it('in progress through a proxy are limited per client', async () => {
    await using harness = await GatewayHarness.open({ TRUST_PROXY: 'loopback' }, { ...patient, perAddress: 2 });
    const json = 'POST /api/auth.sign_in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9';
    const slow = `${json}\r\nX-Forwarded-For: 203.0.113.7\r\n\r\n{`;
    const statusFor = async (address: string) => {
      const quick = request.replace('\r\n\r\n', `\r\nX-Forwarded-For: ${address}\r\n\r\n`);
      return (await answersTo(harness.gateway.port, quick, 1))[0];
    };
    const held = Array.from({ length: 2 }, () => silent(harness.gateway.port));
    for (const socket of held) socket.write(slow);
    await until(async () => (await statusFor('203.0.113.7')) === '429');
    expect(await statusFor('203.0.113.8')).not.toBe('429');
    for (const socket of held) socket.destroy();
    await until(async () => (await statusFor('203.0.113.7')) !== '429');
  });

  it('and connections of one address have a rate limit that does not affect other addresses', async () => {
    // A burst of four, then one every ten seconds.
    await using harness = await GatewayHarness.open({ RATE_LIMIT_FACTOR: '0.001' });
    const { port } = harness.gateway;
    expect(await answersTo(port, request.repeat(5), Infinity)).toEqual([]);
    expect(await answersTo(port, request, 1)).toEqual([]);
    expect(harness.counters.cuts.of('flood')).toBe(2);
    expect(await answersTo(port, request, 1, '127.0.0.2')).toHaveLength(1);
  });

  it('through a proxy are refused one by one, because other clients share the connection', async () => {
    await using harness = await GatewayHarness.open({ RATE_LIMIT_FACTOR: '0.001', TRUST_PROXY: 'loopback' });
    const of = (address: string) => request.replace('\r\n\r\n', `\r\nX-Forwarded-For: ${address}\r\n\r\n`);
    const text = of('203.0.113.1').repeat(5) + of('203.0.113.2');
    const statuses = await answersTo(harness.gateway.port, text, 6);
    expect(statuses.slice(0, 4)).not.toContain('429');
    expect(statuses[4]).toBe('429');
    expect(statuses[5]).not.toBe('429');
  });
});
