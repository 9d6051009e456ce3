import { mkdirSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { House } from '../testing/house';

let house: House;
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
  house = await House.open({ WEB_DIR: folder.path });
});
afterAll(async () => {
  await house[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

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
    const response = await fetch(house.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('cache-control')).toBe(caching);
  });

  it.each(['br', 'gzip'])('comes as the build compressed it: %s', async (encoding) => {
    const response = await fetch(`${house.url}/main-ABCD1234.js`, { headers: { 'accept-encoding': encoding } });
    expect(response.headers.get('content-encoding')).toBe(encoding);
    expect(await response.text()).toBe(script);
  });

  it.each(['/', '/api/nothing', '/health', '/missing.js'])('is protected, as %s is', async (path) => {
    const { headers } = await fetch(house.url + path);
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
      // Not fetch, which would tidy the path up.
      const { port } = new URL(house.url);
      const status = await new Promise((resolve) =>
        request({ port, host: '127.0.0.1', path }, (response) => {
          response.resume();
          resolve(response.statusCode);
        }).end(),
      );
      expect(status).toBe(404);
    },
  );

  it('that was not built says so', async () => {
    await using bare = await House.open({ WEB_DIR: join(folder.path, 'media') });
    const response = await fetch(bare.url);
    expect(response.status).toBe(503);
    expect(await response.text()).toBe('The web app is not built. Run "npm run build", then start again.\n');
  });
});
