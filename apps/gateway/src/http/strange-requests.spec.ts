import { once } from 'node:events';
import { connect } from 'node:net';
import { GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

let harness: GatewayHarness;
beforeAll(async () => (harness = await GatewayHarness.open()));
afterAll(() => harness[Symbol.asyncDispose]());

/** Sends raw bytes; resolves with everything received until the connection closes. */
async function send(request: string): Promise<string> {
  const socket = connect(harness.gateway.port, '127.0.0.1');
  let answer = '';
  socket.setEncoding('latin1').on('data', (data: string) => (answer += data));
  socket.on('error', () => {});
  socket.write(request, 'latin1');
  await once(socket, 'close');
  return answer;
}

const get = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'Host: x', ...headers, '', ''].join('\r\n');
const close = 'Connection: close';
const upgrade = ['Connection: Upgrade', 'Upgrade: websocket', 'Sec-WebSocket-Version: 13'];
const key = 'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==';
const socketPath = '/socket.io/?EIO=4&transport=websocket';

describe('a strange request', () => {
  it.each([
    ['what is not HTTP', '\x16\x03\x01\x02\x00\r\n\r\n', '400'],
    ['a header without an end', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}`, '431'],
    ['a path in the form for proxies', get('http://x/socket.io/', close), '404'],
    ['a path that is no text', get('/%E0%A4%A', close), '404'],
    ['a path with a null', get('/%00', close), '404'],
    ['another method', `OPTIONS * HTTP/1.1\r\nHost: x\r\n${close}\r\n\r\n`, '404'],
    ['polling', get('/socket.io/?EIO=4&transport=polling', close), '400'],
    ['no transport', get('/socket.io/', close), '400'],
    ['a transport that every object has', get('/socket.io/?EIO=4&transport=constructor', close), '400'],
    ['a session that every object has', get(`${socketPath}&sid=__proto__`, close), '400'],
    ['a WebSocket without an upgrade', get(socketPath, close), '400'],
    ['a WebSocket without a key', get(socketPath, ...upgrade), '400'],
    ['an older protocol', get('/socket.io/?EIO=3&transport=websocket', ...upgrade, key), '101[^]*HTTP/1.1 400'],
    ['an upgrade to polling', get('/socket.io/?EIO=4&transport=polling', ...upgrade, key), '400'],
    ['an upgrade into a foreign session', get(`${socketPath}&sid=nobodys`, ...upgrade, key), '400'],
    ['an upgrade of no socket', get('/health', ...upgrade, key), '$'],
    ['an upgrade to something else', get(socketPath, 'Connection: Upgrade', 'Upgrade: h2c'), '400'],
  ])('%s is turned away', async (_what, request, status) => {
    expect(await send(request)).toMatch(new RegExp(`^(HTTP/1.1 )?${status}`));
  });

  it('does not affect other clients', async () => {
    const socket = await harness.enter(person('a'));
    expect(await socket.timeout(1_000).emitWithAck('nonsense', {})).toMatchObject({ error: { code: 'invalid' } });
  });
});
