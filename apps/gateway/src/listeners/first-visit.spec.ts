import { once } from 'node:events';
import { Agent, request as plainRequest, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import { GatewayHarness } from '../testing/gateway-harness';

let harness: GatewayHarness;
beforeAll(async () => {
  harness = await GatewayHarness.open({ TLS: 'local', HOST: '127.0.0.1', RATE_LIMIT_FACTOR: '1000' });
});
afterAll(() => harness[Symbol.asyncDispose]());

const html = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

async function read(sent: ReturnType<typeof plainRequest>) {
  sent.end();
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, headers: response.headers, text };
}
const plain = (path: string, headers: Record<string, string>, method = 'GET') => {
  const { plainPort: port } = harness.gateway;
  return read(plainRequest({ host: '127.0.0.1', port, path, method, headers, agent: new Agent() }));
};
const secure = (path: string) => read(secureRequest(harness.url + path, { ca: harness.authority }));
const origin = (name: string) => `https://${name}:${harness.gateway.port}`;

describe('a person who opens an address over plain HTTP', () => {
  it.each(['/', '/room/r_1', '/?from=mail', '/anything/at.all', '/api/nothing'])(
    'reads about the certificate first, and comes from there to %s',
    async (path) => {
      const { status, headers, text } = await plain(path, { ...html, host: 'nas.lan:8080' });
      expect([status, headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(text).toContain('Download certificate');
      expect(text).toContain(`data-secure="${origin('nas.lan')}" data-path="${path}">`);
      expect(text).toContain('your browser will warn');
    },
  );

  it.each([
    ['nas.lan', () => origin('nas.lan')],
    ['192.168.77.5:80', () => origin('192.168.77.5')],
    // Policies cannot name IPv6 addresses.
    ['[fd00::7]:8080', () => 'https:'],
  ])('has a page at %s that may ask the HTTPS listener, and no other server', async (host, source) => {
    for (const path of ['/', '/ca']) {
      const { headers } = await plain(path, { ...html, host });
      expect(headers['content-security-policy']).toContain(`connect-src 'self' ${source()};`);
    }
  });

  it('reads which name to use instead of one that the certificate cannot have', async () => {
    const { status, text } = await plain('/', { ...html, host: 'chat.example.org' });
    expect(status).toBe(421);
    expect(text).toContain('TLS_NAMES');
    expect(text).not.toContain('data-secure');
  });

  it('cannot be sent elsewhere by what is in the address', async () => {
    const { text } = await plain('/"><script/src=x>/&lt;', { ...html, host: 'nas.lan' });
    expect(text).not.toContain('<script/src=x>');
    expect((await plain('http://evil.example/', { ...html, host: 'nas.lan' })).text).toContain('data-path="/">');
  });

  it('stays on the page about the certificate if that was the wish', async () => {
    expect((await plain('/ca', html)).text).toContain('data-path="/" data-stays>');
  });
});

describe('programs over plain HTTP', () => {
  it.each([
    ['no wish', {}],
    ['any answer', { accept: '*/*' }],
    ['an image', { accept: 'image/avif,image/webp,*/*;q=0.8' }],
    ['data', { ...html, 'sec-fetch-mode': 'cors' }],
  ])('are redirected: %s', async (_what, headers: Record<string, string>) => {
    const { status, headers: answered } = await plain('/icon.svg', { host: 'nas.lan', ...headers });
    expect([status, answered.location]).toEqual([307, `${origin('nas.lan')}/icon.svg`]);
  });

  it('get the health as data, and no page for what they post', async () => {
    expect((await plain('/health', html)).headers['content-type']).toContain('application/json');
    expect((await plain('/', html, 'POST')).status).toBe(405);
  });
});

describe('the HTTPS listener', () => {
  it('tells the page of the other listener that the browser trusts it', async () => {
    const { status, headers } = await secure('/ca/trusted');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'no-store',
    });
  });

  it('has a page about the certificate that goes nowhere by itself', async () => {
    const { headers, text } = await secure('/ca');
    expect(text).not.toMatch(/go-on|data-secure|Continue without/);
    expect(headers['content-security-policy']).toContain("connect-src 'self';");
  });
});
