import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { readdirSync, readlinkSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import {
  messagingCommands,
  messagingReasons as reasons,
  refused,
  type FileId,
  type Reply,
} from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import { person } from '../testing/people';
import { FileService } from './testing/file-service';

const unknown = 'f_zzzzzzzzzzzzzzzz';
const note = { kind: 'other', type: 'text/html', name: 'nöte "1".html' } as const;
const film = { kind: 'video', type: 'video/mp4', name: 'film.mp4' } as const;
const picture = { kind: 'picture', type: 'image/webp', name: 'beach.jpg' } as const;

let files: FileService;
beforeAll(async () => (files = await FileService.open()));
afterAll(() => files[Symbol.asyncDispose]());

const asked = () => files.harness.asked.filter(({ command }) => command.endsWith('file.read')).length;
const reasonOf = async (response: Response) => {
  const reply = (await response.json()) as Reply<unknown>;
  return [response.status, reply.ok ? 'ok' : reply.error.reason];
};

describe('a file', () => {
  it('is given with headers that let no browser run it', async () => {
    const file = files.store('<script>', note);
    const response = await files.get(`${file}/original`);
    expect([response.status, await response.text()]).toEqual([200, '<script>']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-length': '8',
      'content-disposition': `attachment; filename="n?te \\"1\\".html"; filename*=UTF-8''n%C3%B6te%20%221%22.html`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
      etag: `"${file}-original"`,
      vary: 'Cookie',
      'accept-ranges': 'bytes',
    });
    expect(response.headers.get('last-modified')).toBeNull();
  });

  it('that is a picture is shown, and saved as what it is', async () => {
    const file = files.store('webp', picture, 'large');
    const shown = await files.get(`${file}/large?ngsw-bypass=1&x[y]=2`);
    expect(shown.headers.get('content-type')).toBe('image/webp');
    expect(shown.headers.get('content-disposition')).toBe('inline; filename=beach.webp');
    const saved = await files.get(`${file}/large?download`);
    expect(saved.headers.get('content-disposition')).toBe('attachment; filename=beach.webp');
    expect(await saved.text()).toBe('webp');
  });

  it('that may be large is given in parts', async () => {
    const file = files.store('0123456789', film);
    const part = await files.get(`${file}/original`, { range: 'bytes=2-4' });
    expect([part.status, await part.text(), part.headers.get('content-range')]).toEqual([206, '234', 'bytes 2-4/10']);
    expect(part.headers.get('content-type')).toBe('video/mp4');
    const end = await files.get(`${file}/original`, { range: 'bytes=-3' });
    expect([end.status, await end.text()]).toEqual([206, '789']);
    const rest = await files.get(`${file}/original`, { range: 'bytes=7-', 'if-range': `"${file}-original"` });
    expect([rest.status, await rest.text()]).toEqual([206, '789']);
    const changed = await files.get(`${file}/original`, { range: 'bytes=7-', 'if-range': '"other"' });
    expect([changed.status, await changed.text()]).toEqual([200, '0123456789']);
    const beyond = await files.get(`${file}/original`, { range: 'bytes=10-' });
    expect([beyond.status, await beyond.text(), beyond.headers.get('content-range')]).toEqual([416, '', 'bytes */10']);
    const several = await files.get(`${file}/original`, { range: 'bytes=0-1,4-5' });
    expect([several.status, await several.text()]).toEqual([200, '0123456789']);
  });

  it('is described without its bytes for HEAD', async () => {
    const before = files.harness.counters.fileBytes.of('sent');
    const response = await files.get(`${files.store('0123456789', film)}/original`, {}, 'HEAD');
    expect([response.status, await response.text()]).toEqual([200, '']);
    expect(response.headers.get('content-length')).toBe('10');
    expect(files.harness.counters.fileBytes.of('sent')).toBe(before);
  });

  it('that the browser has is not sent again, as long as messaging permits it', async () => {
    const file = files.store('webp', picture, 'small');
    const headers = { 'if-none-match': `"${file}-small"` };
    const before = files.harness.counters.fileBytes.of('sent');
    // `fetch` would add headers that ask for a fresh answer.
    const sent = request(files.url(`${file}/small`), {
      headers: { ...headers, ...files.harness.cookieOf(files.anna) },
      agent: false,
    }).end();
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    expect([response.statusCode, response.headers.etag]).toEqual([304, headers['if-none-match']]);
    response.resume();
    expect(files.harness.counters.fileBytes.of('sent')).toBe(before);
    const bert = files.harness.cookieOf(person('b'));
    expect(await reasonOf(await files.get(`${file}/small`, { ...headers, ...bert }))).toEqual([404, 'file.unknown']);
  });

  it('is counted in bytes', async () => {
    const before = files.harness.counters.fileBytes.of('sent');
    await (await files.get(`${files.store('x'.repeat(300_000), film)}/original`)).text();
    expect(files.harness.counters.fileBytes.of('sent') - before).toBe(300_000);
  });

  it('is closed when the browser goes away', async () => {
    const file = files.store(Buffer.alloc(50_000_000), film);
    const isOpen = () => openFiles().some((path) => path.startsWith(files.pathOf(file)));
    const socket = connect(files.harness.gateway.port, '127.0.0.1');
    const { cookie } = files.harness.cookieOf(files.anna);
    socket.write(`GET /api/files/${file}/original HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\n\r\n`);
    await once(socket, 'data');
    socket.pause();
    expect(isOpen()).toBe(true);
    socket.destroy();
    await until(() => !isOpen());
  });
});

describe('a file is not given', () => {
  let file: FileId;
  beforeAll(() => (file = files.store('secret', note)));

  it('without a session', async () => {
    const before = asked();
    expect(await reasonOf(await files.get(`${file}/original`, { cookie: '' }))).toEqual([401, 'session.required']);
    expect(asked()).toBe(before);
  });

  it('to those whom messaging refuses, in the same words as one that does not exist', async () => {
    const bert = files.harness.cookieOf(person('b'));
    const [hidden, missing] = [await files.get(`${file}/original`, bert), await files.get(`${unknown}/original`, bert)];
    expect(hidden.status).toBe(404);
    expect(hidden.headers.get('cache-control')).toBe('no-store');
    expect(await hidden.text()).toBe(await missing.text());
  });

  it.each([
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ origin: 'https://evil.example' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{ 'sec-fetch-site': 'none' }, 200],
  ])('to other sites: %j gets %d', async (headers, status) => {
    expect((await files.get(`${file}/original`, headers)).status).toBe(status);
  });

  it.each([
    `..%2f..%2fauth.sqlite/original`,
    `%2e%2e/original`,
    `${unknown}/..%2f..%2fauth.sqlite`,
    `${unknown}/facts.json`,
    `__proto__/original`,
    `${unknown}%00/original`,
  ])('for the path %s', async (path) => {
    const before = asked();
    expect((await files.get(path)).status).toBe(404);
    expect(asked()).toBe(before);
  });

  it('if the disk lacks it', async () => {
    const lost = files.store('lost', picture, 'large');
    rmSync(files.pathOf(lost), { recursive: true });
    const response = await files.get(`${lost}/large`);
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    for (const name of ['etag', 'content-disposition']) expect(response.headers.get(name)).toBeNull();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await reasonOf(response)).toEqual([404, 'file.unknown']);
  });

  it('if messaging does not answer', async () => {
    await using own = await FileService.open();
    own.harness.answer(messagingCommands.fileRead, () => refused(reasons.fileUnknown));
    expect((await own.get(`${unknown}/small`)).status).toBe(404);
    expect(own.harness.counters.refusedCommands.of('file.read')).toBe(1);
  });

  it('by another method', async () => {
    for (const method of ['POST', 'DELETE', 'PATCH'])
      expect((await files.get(`${file}/original`, {}, method)).status).toBe(404);
  });
});

/** The files that this process has open. */
function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((name) => {
    try {
      return [readlinkSync(`/proc/self/fd/${name}`)];
    } catch {
      return [];
    }
  });
}
