import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { RawUpload } from './testing/raw-upload';

const unknown = 'f_zzzzzzzzzzzzzzzz';
const { fileReceive } = messagingCommands;

let files: FileService;
beforeAll(async () => (files = await FileService.open()));
afterAll(() => files[Symbol.asyncDispose]());

const asked = () => files.harness.asked.filter(({ command }) => command.endsWith('file.receive')).length;
const received = () => files.harness.counters.fileBytes.of('received');
const reasonOf = async (response: Response) => {
  const reply = (await response.json()) as Reply<unknown>;
  return [response.status, reply.ok ? 'ok' : reply.error.reason];
};
const begin = (file: string, length: number, headers = files.harness.cookieOf(files.anna)) =>
  RawUpload.begin(files.url(`${file}?offset=0`), length, headers);

describe('an upload is refused', () => {
  it('without a session', async () => {
    const before = asked();
    const response = await files.put(files.expectUpload(5), 'hello', 0, { cookie: '' });
    expect(await reasonOf(response)).toEqual([401, 'session.required']);
    expect(asked()).toBe(before);
  });

  it.each([[{ origin: 'https://evil.example' }], [{ 'sec-fetch-site': 'cross-site' }]])(
    'from the page of another site: %j',
    async (headers) => {
      const before = asked();
      expect(await reasonOf(await files.put(files.expectUpload(5), 'hello', 0, headers))).toEqual([
        403,
        'http.other_site',
      ]);
      expect(asked()).toBe(before);
    },
  );

  it('if messaging does not know it', async () => {
    expect(await reasonOf(await files.put(unknown, 'hello'))).toEqual([404, 'file.unknown']);
    expect(existsSync(files.pathOf(unknown as FileId))).toBe(false);
  });

  it.each(['..%2f..%2fauth.sqlite', '%2e%2e', 'f_', 'f_000000000000000%2f', '__proto__', `${unknown}%00`])(
    'if its id is %s',
    async (id) => {
      const before = asked();
      expect((await files.put(id, 'hello')).status).toBe(404);
      expect(asked()).toBe(before);
    },
  );

  it('beyond the bytes that the server has, and learns how many those are', async () => {
    const file = files.expectUpload(10);
    await files.put(file, 'hello');
    const response = await files.put(file, 'ld', 8);
    expect(response.status).toBe(409);
    expect(await response.json()).toMatchObject({ error: { reason: 'file.offset', params: { received: 5 } } });
    expect(await reasonOf(await files.put(files.expectUpload(10), 'x', 1))).toEqual([409, 'file.offset']);
  });

  it.each([
    ['more bytes than the file has', 0, 'hello world'],
    ['no bytes', 0, ''],
    ['no offset', '', 'hello'],
    ['a broken offset', '1.5', 'hello'],
    ['a negative offset', '-1', 'hello'],
    ['two offsets', '0&offset=1', 'hello'],
  ])('with %s', async (_what, offset, body) => {
    const file = files.expectUpload(10);
    expect(await reasonOf(await files.put(file, body, offset))).toEqual([400, 'file.length']);
    expect(existsSync(files.pathOf(file))).toBe(false);
  });

  it('in chunks of unknown length', async () => {
    const body = new Blob(['hello']).stream();
    const headers = files.harness.cookieOf(files.anna);
    const url = files.url(`${files.expectUpload(5)}?offset=0`);
    const sent = fetch(url, { method: 'PUT', body, headers, duplex: 'half' });
    expect(await sent.then(({ status }) => status).catch(() => 411)).toBe(411);
  });

  it('before its body is read, and the connection ends', async () => {
    const before = received();
    using upload = begin(unknown, 50_000_000);
    upload.socket.write(Buffer.alloc(1_000_000));
    await until(() => upload.answer.includes('file.unknown'));
    expect(upload.answer).toMatch(/^HTTP\/1\.1 404 [^]*connection: close/i);
    expect(upload.answer).toContain('"file.unknown"');
    await upload.closed();
    expect(received()).toBe(before);
  });

  it('as a browser can read while it still sends', async () => {
    const response = await files.put(unknown, new Uint8Array(5_000_000)).catch((error: unknown) => error);
    expect(response).toMatchObject({ status: 404 });
  });

  it('as a fifth one of a person at once, until another ends', async () => {
    using held = new DisposableStack();
    const uploads = [1, 2, 3, 4].map(() => {
      const file = files.expectUpload(10);
      const upload = held.use(begin(file, 10));
      upload.socket.write('hello');
      return { file, upload };
    });
    await until(() => uploads.every(({ file }) => existsSync(files.pathOf(file))));
    const response = await files.put(files.expectUpload(5), 'hello');
    expect(response.headers.get('retry-after')).toBe('1');
    expect(await reasonOf(response)).toEqual([429, 'file.uploads_at_once']);
    const bert = files.harness.cookieOf(person('b'));
    expect((await files.put(files.expectUpload(5), 'hello', 0, bert)).status).toBe(200);
    uploads[0]!.upload.socket.destroy();
    await until(async () => (await files.put(files.expectUpload(5), 'hello')).status === 200);
  });

  it('above the rate of a person', async () => {
    await using strict = await FileService.open({ RATE_LIMIT_FACTOR: '0.01' });
    const statuses = [];
    for (let sent = 0; sent < 4; sent += 1) statuses.push((await strict.put(unknown, 'x')).status);
    expect(statuses).toEqual([404, 404, 404, 429]);
  });

  it('if messaging refuses, and is counted', async () => {
    await using own = await FileService.open();
    own.harness.answer(fileReceive, () => refused(reasons.fileDiskReserve));
    expect(await reasonOf(await own.put(unknown, 'hello'))).toEqual([503, 'file.disk_reserve']);
    expect(own.harness.counters.refusedCommands.of('file.receive')).toBe(1);
  });

  it('if the disk cannot take it', async () => {
    const file = files.expectUpload(5);
    writeFileSync(join(files.pathOf(file)), 'a file in place of its folder');
    expect(await reasonOf(await files.put(file, 'hello'))).toEqual([503, 'server.disk_failing']);
  });
});

it('the connection of a refused upload without a body stays open', async () => {
  using upload = begin(unknown, 0);
  await once(upload.socket, 'data');
  expect(upload.answer).not.toMatch(/connection: close/i);
});
