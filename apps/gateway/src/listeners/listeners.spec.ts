import { X509Certificate } from 'node:crypto';
import { once } from 'node:events';
import { Agent, request as plainRequest, type IncomingMessage } from 'node:http';
import { Agent as SecureAgent, request as secureRequest, type RequestOptions } from 'node:https';
import { connect, type TLSSocket } from 'node:tls';
import { accepted, authCommands } from '@devchitchat/contracts';
import { heard, GatewayHarness } from '../testing/gateway-harness';
import { person } from '../testing/people';

const anna = person('a');
let harness: GatewayHarness;
beforeAll(async () => {
  harness = await GatewayHarness.open({ TLS: 'local', HOST: '127.0.0.1', RATE_LIMIT_FACTOR: '1000' });
  harness.answer(authCommands.inviteRedeem, () =>
    accepted({ user: anna.user, sessionToken: anna.token, expiresAt: Date.now() + 3_600_000 }),
  );
});
afterAll(() => harness[Symbol.asyncDispose]());

interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

async function read(sent: ReturnType<typeof plainRequest>, body?: string): Promise<Answer> {
  sent.end(body);
  const [response] = (await once(sent, 'response')) as [IncomingMessage];
  let text = '';
  for await (const chunk of response) text += String(chunk);
  return { status: response.statusCode, headers: response.headers, text };
}

/** A request to the HTTPS listener that trusts only the authority. */
const secure = (path: string, options: RequestOptions = {}, body?: string) =>
  read(secureRequest(harness.url + path, { ca: harness.authority, ...options }), body);

const port = () => harness.gateway.plainPort!;

/** A request to the plain listener with some Host. */
const plain = (path: string, host = `127.0.0.1:${port()}`, method = 'GET') =>
  read(plainRequest({ host: '127.0.0.1', port: port(), path, method, headers: { host }, agent: new Agent() }));

const redeem = (origin: string, host: string) =>
  secure(
    '/api/auth.invite_redeem',
    // Otherwise Node would request a certificate for the name in Host.
    { method: 'POST', servername: 'localhost', headers: { 'content-type': 'application/json', origin, host } },
    JSON.stringify({ token: 't'.repeat(43), handle: 'anna', displayName: 'Anna' }),
  );

async function leafFor(servername: string): Promise<X509Certificate> {
  const socket: TLSSocket = connect({
    port: harness.gateway.port,
    host: '127.0.0.1',
    servername,
    ca: harness.authority,
    rejectUnauthorized: false,
  });
  await once(socket, 'secureConnect');
  const certificate = new X509Certificate(socket.getPeerCertificate().raw);
  socket.destroy();
  return certificate;
}

describe('the HTTPS listener', () => {
  it('is trusted only by clients that trust the authority', async () => {
    expect((await secure('/health')).status).toBe(503);
    await expect(fetch(`${harness.url}/health`)).rejects.toThrow('fetch failed');
  });

  it('sets a cookie that only it receives', async () => {
    const { headers } = await redeem(harness.url, new URL(harness.url).host);
    expect(headers['set-cookie']?.[0]).toMatch(/^__Host-devchitchat_session=\w+; .*; Secure$/);
  });

  it('accepts sockets', async () => {
    const socket = harness.socket({ ...harness.cookieOf(anna), origin: harness.url });
    const hello = heard(socket, 'hello');
    socket.connect();
    await hello;
  });

  it.each([
    ['its own name', 'https://localhost:9443', 'localhost:9443', 200],
    ['a name it learned', 'https://nas.lan:9443', 'nas.lan:9443', 200],
    ['a name that points here', 'https://evil.example', 'evil.example', 403],
    ['another of its names', 'https://localhost:9443', '127.0.0.1:9443', 403],
    ['the other listener', 'http://127.0.0.1:9443', '127.0.0.1:9443', 403],
  ])('takes a page from %s: %s asking %s', async (_which, origin, host, status) => {
    await plain('/', 'nas.lan');
    expect((await redeem(origin, host)).status).toBe(status);
  });

  it('does not force HTTPS on other servers of the same name', async () => {
    expect((await secure('/')).headers['strict-transport-security']).toBeUndefined();
  });

  it('presents a new certificate without closing connections', async () => {
    const agent = new SecureAgent({ keepAlive: true, maxSockets: 1 });
    await secure('/ca', { agent });
    const [socket] = Object.values(agent.freeSockets)[0]!;
    const before = await leafFor('localhost');
    await plain('/', 'new.lan');
    const after = await leafFor('new.lan');
    expect(after.serialNumber).not.toBe(before.serialNumber);
    expect(after.checkHost('new.lan')).toBe('new.lan');
    expect((await secure('/ca', { agent })).status).toBe(200);
    expect(Object.values(agent.freeSockets)[0]![0]).toBe(socket);
    agent.destroy();
  });
});

describe('the plain listener', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['192.168.77.5:8080', '192.168.77.5'],
    ['nas.local', 'nas.local'],
    ['[fd00::7]:8080', '[fd00::7]'],
  ])('shows %s the way', async (host, name) => {
    const { status, headers } = await plain('/some?page=1', host);
    expect(status).toBe(307);
    expect(headers.location).toBe(`https://${name}:${harness.gateway.port}/some?page=1`);
  });

  it.each(['example.org', '8.8.8.8', 'nas', 'a b'])('does not redirect to "%s"', async (host) => {
    const before = await leafFor('localhost');
    const { status, text, headers } = await plain('/', host);
    expect(status).toBe(421);
    expect(headers.location).toBeUndefined();
    expect(text).toContain('TLS_NAMES');
    expect((await leafFor('localhost')).serialNumber).toBe(before.serialNumber);
  });

  it('does not sign users in', async () => {
    expect((await plain('/api/auth.invite_redeem', undefined, 'POST')).status).toBe(405);
    expect((await plain('/socket.io/?EIO=4&transport=polling')).status).toBe(307);
  });

  it('reports the health of the server', async () => {
    const { status, text } = await plain('/health', 'whatever');
    expect(status).toBe(503);
    expect(JSON.parse(text)).toMatchObject({ state: 'failing' });
  });

  it.each(['/ca.crt', '/ca.pem'])('serves the certificate without a key: %s', async (path) => {
    const { headers } = await plain(path);
    expect(headers['content-type']).toBe(path === '/ca.crt' ? 'application/x-x509-ca-cert' : 'application/x-pem-file');
    const raw = Buffer.from(await (await fetch(`http://127.0.0.1:${port()}${path}`)).arrayBuffer());
    expect(new X509Certificate(raw).fingerprint256).toBe(new X509Certificate(harness.authority!).fingerprint256);
    expect(raw.toString('latin1')).not.toContain('PRIVATE');
  });

  it('has the same security headers as the HTTPS listener', async () => {
    const { headers } = await plain('/ca');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('unknown names', () => {
  it('do not displace a name in use', async () => {
    await plain('/', 'visited.lan');
    await plain('/', '192.168.77.20');
    await secure('/ca', { servername: 'visited.lan', headers: { host: `visited.lan:${harness.gateway.port}` } });
    const host = `192.168.77.20:${harness.gateway.port}`;
    const socket = harness.socket({ ...harness.cookieOf(anna), origin: `https://${host}`, host });
    const hello = heard(socket, 'hello');
    socket.connect();
    await hello;
    for (let i = 0; i < 45; i++) expect((await plain('/', `invented${i}.lan`)).status).toBe(307);
    const { subjectAltName } = await leafFor('localhost');
    for (const name of ['visited.lan', '192.168.77.20', 'localhost']) expect(subjectAltName).toContain(name);
    expect((await redeem(`https://${host}`, host)).status).toBe(200);
  });

  it('are limited by a rate', async () => {
    await using strict = await GatewayHarness.open({ TLS: 'local', HOST: '127.0.0.1' });
    const statuses: (number | undefined)[] = [];
    for (let i = 0; i < 10; i++) {
      const asking = plainRequest({
        host: '127.0.0.1',
        port: strict.gateway.plainPort,
        headers: { host: `n${i}.lan` },
      });
      statuses.push((await read(asking)).status);
    }
    expect(statuses).toEqual([...Array<number>(8).fill(307), 429, 429]);
  });
});

describe('the page about the certificate', () => {
  it.each(['/ca', '/ca/', '/ca?from=qr'])('is served by both listeners: %s', async (path) => {
    for (const { status, headers, text } of [await plain(path), await secure(path)]) {
      expect(status).toBe(200);
      expect(headers['content-type']).toBe('text/html; charset=utf-8');
      expect(text).toContain(new X509Certificate(harness.authority!).fingerprint256.slice(0, 12));
      // The content security policy would block it anyway.
      expect(text).not.toMatch(/ style=|<style|<script(?! src="\/ca\/)/);
    }
  });

  it('links to the app under the requested name', async () => {
    expect((await plain('/ca', 'nas.lan:9080')).text).toContain(`href="https://nas.lan:${harness.gateway.port}/"`);
    expect((await secure('/ca')).text).toContain('href="/"');
  });

  it('shows an address that phones can reach', async () => {
    expect((await plain('/ca', 'nas.lan:9080')).text).toContain('<code>http://nas.lan:9080/ca</code>');
    // The newest name is preferred to localhost.
    expect((await secure('/ca')).text).toContain(`<code>http://nas.lan:${port()}/ca</code>`);
  });

  it('tells the visitor if the certificate does not cover the name', async () => {
    const { text } = await plain('/ca', 'chat.example.org');
    expect(text).toContain('TLS_NAMES');
    expect(text).not.toContain('https://chat.example.org');
  });

  it.each([
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Safari/604', 'iPhone and iPad'],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537 Chrome/140 Mobile Safari/537', 'Android'],
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537 Chrome/140', 'Windows'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605 Safari/605', 'Mac'],
    ['Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537 Chrome/140', 'Linux, with Chrome or Chromium'],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox, on any computer'],
  ])('opens the steps of %s', async (agent, title) => {
    const { text } = await read(
      plainRequest({ host: '127.0.0.1', port: port(), path: '/ca', headers: { 'user-agent': agent } }),
    );
    expect(text.match(/<details open><summary>([^<]*?) *<small>/)?.[1]).toBe(title);
    expect(text.match(/<details/g)).toHaveLength(6);
  });
});
