import { mkdirSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders, type RequestOptions } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { GatewayHarness } from '../testing/gateway-harness';

let harness: GatewayHarness;
let folder: ReturnType<typeof temporaryFolder>;
const script = 'console.log(1);'.repeat(100);

beforeAll(async () => {
  folder = temporaryFolder();
  const at = (name: string) => join(folder.path, name);
  mkdirSync(at('media'));
  writeFileSync(at('index.html'), '<!doctype html><title>devchitchat</title>');
  writeFileSync(at('main-ABCD1234.js'), script);
  writeFileSync(at('main-ABCD1234.js.br'), brotliCompressSync(script));
  writeFileSync(at('main-ABCD1234.js.gz'), gzipSync(script));
  writeFileSync(at('media/inter-LATIN123.woff2'), 'font');
  writeFileSync(at('chunk-BhsH3faU.js'), script);
  writeFileSync(at('theme-darkmode.js'), script);
  writeFileSync(at('ngsw-worker.js'), 'self.x = 1;');
  writeFileSync(at('ngsw.json'), '{}');
  writeFileSync(at('.env'), 'SECRET=1');
  harness = await GatewayHarness.open({ WEB_DIR: folder.path });
});
afterAll(async () => {
  await harness[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

/** Unlike fetch, sends the path, headers and body unchanged. */
function ask(
  path: string,
  options: RequestOptions = {},
): Promise<{
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}> {
  const { port } = new URL(harness.url);
  return new Promise((resolve, reject) => {
    const asked = request({ ...options, port, host: '127.0.0.1', path }, (response) => {
      buffer(response).then(
        (body) => resolve({ status: response.statusCode, headers: response.headers, body }),
        reject,
      );
    });
    asked.on('error', reject).end();
  });
}

const omitDate = ({ date: _date, ...headers }: IncomingHttpHeaders) => headers;

describe('the web app', () => {
  it.each([
    ['/', 'text/html;charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html;charset=utf-8', 'no-cache'],
    ['/?from=somewhere', 'text/html;charset=utf-8', 'no-cache'],
    ['/main-ABCD1234.js', 'text/javascript', 'public, max-age=31536000, immutable'],
    ['/chunk-BhsH3faU.js', 'text/javascript', 'public, max-age=31536000, immutable'],
    ['/theme-darkmode.js', 'text/javascript', 'no-cache'],
    ['/media/inter-LATIN123.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
    ['/ngsw-worker.js', 'text/javascript', 'no-cache'],
    ['/ngsw.json', 'application/json', 'no-cache'],
  ])('%s', async (path, type, caching) => {
    const response = await fetch(harness.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(caching);
  });

  it.each(['br', 'gzip'])('is served as the build compressed it: %s', async (encoding) => {
    const response = await fetch(`${harness.url}/main-ABCD1234.js`, { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.text()).toBe(script);
  });

  it.each([
    ['identity', undefined],
    ['', undefined],
    ['deflate, zstd', undefined],
    ['br;q=0, gzip;q=0.0', undefined],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1.0, BR;q=0.1', 'br'],
    ['br;q=0, gzip', 'gzip'],
    ['x-gzip-not, brotlike', undefined],
  ])('answers Accept-Encoding %p with %p', async (accepted, encoding) => {
    const response = await ask('/main-ABCD1234.js', { headers: { 'accept-encoding': accepted } });
    expect(response.headers['content-encoding']).toBe(encoding);
    expect(response.headers.vary).toBe('Accept-Encoding');
    expect(response.headers['content-length']).toBe(String(response.body.length));
  });

  it('answers HEAD with the headers of GET and no body', async () => {
    const get = await ask('/main-ABCD1234.js', { headers: { 'accept-encoding': 'br' } });
    const head = await ask('/main-ABCD1234.js', { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
    expect(head).toMatchObject({ status: 200, body: Buffer.alloc(0) });
    expect(omitDate(head.headers)).toEqual(omitDate(get.headers));
  });

  it('answers 304 to the ETag of the same variant only', async () => {
    const { etag = '' } = (await ask('/main-ABCD1234.js', { headers: { 'accept-encoding': 'br' } })).headers;
    const again = (encoding: string, known: string) =>
      ask('/main-ABCD1234.js', { headers: { 'accept-encoding': encoding, 'if-none-match': known } });
    const known = await again('br', etag);
    expect(known).toMatchObject({ status: 304, body: Buffer.alloc(0) });
    expect(known.headers).toMatchObject({ etag, 'cache-control': 'public, max-age=31536000, immutable' });
    expect((await again('br', `"other", W/${etag}`)).status).toBe(304);
    expect((await again('gzip', etag)).status).toBe(200);
    expect((await again('br', '"other"')).status).toBe(200);
  });

  it.each(['bytes=0-9', 'bytes=5-1', 'bytes=-99999999999999999999', 'bytes=99999-', 'nonsense'])(
    'answers Range %p with the whole file',
    async (range) => {
      const response = await ask('/main-ABCD1234.js', { headers: { range } });
      expect(response.status).toBe(200);
      expect(response.body.toString()).toBe(script);
    },
  );

  it.each(['/', '/api/nothing', '/health', '/missing.js'])('has security headers on %s', async (path) => {
    const { headers } = await fetch(harness.url + path);
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'; script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/https?:|\*|unsafe/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  it.each(['/missing.js', '/.env', '/../package.json', '/%2e%2e/package.json', '/..%2fpackage.json', '//etc/passwd'])(
    'is all there is: %s',
    async (path) => {
      const { status } = await ask(path);
      expect(status).toBe(404);
    },
  );

  const asPerson = { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } };

  it.each(['/room/r_1', '/invite/abc', '/invite/abc/', '/no/such/page?x=1', '/apiary', '/%ff', '//evil.example/'])(
    'answers a person at %s, and says there what is wrong',
    async (path) => {
      const { status, headers, body } = await ask(path, asPerson);
      expect([status, headers['content-type']]).toEqual([200, 'text/html;charset=utf-8']);
      expect(body.toString()).toContain('<title>devchitchat');
      expect((await ask(path, { ...asPerson, method: 'HEAD' })).status).toBe(200);
    },
  );

  it.each(['/missing.js', '/invite/abc.', '/old/index.php'])('is 404 but in words at %s', async (path) => {
    const { status, headers } = await ask(path, asPerson);
    expect([status, headers['content-type']]).toEqual([404, 'text/html;charset=utf-8']);
  });

  it.each(['/room/r_1', '/missing.js', '/media/none.woff2'])('is no answer to a program at %s', async (path) => {
    for (const headers of [{}, { accept: '*/*' }, { accept: 'image/*,*/*;q=0.8' }]) {
      const { status, headers: answered } = await ask(path, { headers });
      expect([status, answered['content-type']]).toEqual([404, 'application/json']);
    }
  });

  it.each(['/api/nothing', '/api', '/api/auth.sign_in?x', '/metrics'])('is not the answer of %s', async (path) => {
    const { headers } = await ask(path, asPerson);
    expect(headers['content-type']).not.toContain('text/html');
  });

  it('is not the answer to what a page posts', async () => {
    expect((await ask('/room/r_1', { ...asPerson, method: 'POST' })).headers['content-type']).toBe('application/json');
  });

  it('answers that it is not built', async () => {
    await using bare = await GatewayHarness.open({ WEB_DIR: join(folder.path, 'media') });
    const response = await fetch(bare.url);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('The web app is not built. Run "npm run build", then start again.\n');
  });
});
