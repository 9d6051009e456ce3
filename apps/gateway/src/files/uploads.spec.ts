import { appendFileSync, existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { FileId } from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import { expiresAt, FileService, plainFacts } from './testing/file-service';
import { RawUpload } from './testing/raw-upload';

const ready = { ok: true, value: { isReady: true, expiresAt } };

let files: FileService;
beforeAll(async () => (files = await FileService.open()));
afterAll(() => files[Symbol.asyncDispose]());

const stored = (file: FileId, form = 'ready/original') => readFileSync(join(files.pathOf(file), form), 'utf8');
const begin = (file: FileId, length: number, offset = 0) =>
  RawUpload.begin(files.url(`${file}?offset=${offset}`), length, files.harness.cookieOf(files.anna));
const hasBytes = (path: string, bytes: number) => () => existsSync(path) && statSync(path).size >= bytes;

describe('an upload', () => {
  it('is stored, looked at and announced, and leaves nothing else behind', async () => {
    const file = files.expectUpload(11);
    const response = await files.put(file, 'hello world');
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.json()).toEqual(ready);
    expect(stored(file)).toBe('hello world');
    expect(JSON.parse(stored(file, 'ready/facts.json'))).toEqual(plainFacts(11));
    expect(files.namesOf(file)).toEqual(['ready']);
    expect(files.told.at(-1)).toEqual({ fileId: file, facts: plainFacts(11) });
    expect(files.harness.asked.at(-1)?.envelope).toMatchObject({ actor: files.anna.actor, address: '127.0.0.1' });
  });

  it('is readable by the owner of the server only', async () => {
    const file = files.expectUpload(10);
    await files.put(file, 'hello');
    const [turn = ''] = files.namesOf(file);
    expect(statSync(files.pathOf(file)).mode & 0o777).toBe(0o700);
    expect(statSync(join(files.pathOf(file), turn)).mode & 0o777).toBe(0o600);
  });

  it('comes in pieces', async () => {
    const file = files.expectUpload(11);
    expect(await (await files.put(file, 'hello')).json()).toEqual({ ok: true, value: { isReady: false, received: 5 } });
    expect(await (await files.put(file, ' world', 5)).json()).toEqual(ready);
    expect(stored(file)).toBe('hello world');
  });

  it('may repeat bytes that the server has', async () => {
    const file = files.expectUpload(11);
    await files.put(file, 'hello wo');
    expect(await (await files.put(file, 'LO WORLD', 3)).json()).toEqual(ready);
    expect(stored(file)).toBe('helLO WORLD');
  });

  it.each(['application/json', 'text/html', 'multipart/form-data'])(
    'is stored as it came if it is %s',
    async (type) => {
      const file = files.expectUpload(2);
      expect(await (await files.put(file, '{"', 0, { 'content-type': type })).json()).toEqual(ready);
      expect(stored(file)).toBe('{"');
    },
  );

  it('goes on where a connection broke', async () => {
    const file = files.expectUpload(100_000);
    const broken = begin(file, 100_000);
    broken.socket.write('a'.repeat(60_000));
    await until(() => existsSync(files.pathOf(file)) && files.namesOf(file).length === 1);
    const [turn = ''] = files.namesOf(file);
    await until(hasBytes(join(files.pathOf(file), turn), 60_000));
    broken.socket.destroy();
    const response = await files.put(file, 'b'.repeat(40_000), 60_000);
    expect(await response.json()).toEqual(ready);
    expect(stored(file)).toBe('a'.repeat(60_000) + 'b'.repeat(40_000));
  });

  it('is announced again if the answer to its last bytes was lost', async () => {
    const file = files.store('whole', { kind: 'other', type: 'text/plain', name: 'a.txt' });
    expect(await (await files.put(file, 'again')).json()).toEqual(ready);
    expect(files.told.at(-1)).toEqual({ fileId: file, facts: plainFacts(5) });
    expect(stored(file)).toBe('whole');
  });

  it('is announced again if messaging was away', async () => {
    const file = files.expectUpload(5);
    files.isListening = false;
    expect((await files.put(file, 'whole')).status).toBe(503);
    files.isListening = true;
    expect(await (await files.put(file, 'whole')).json()).toEqual(ready);
  });

  it('finishes without further bytes if all of them are on the disk', async () => {
    const file = files.expectUpload(5);
    await files.put(file, 'whol');
    const [turn = ''] = files.namesOf(file);
    appendFileSync(join(files.pathOf(file), turn), 'e');
    expect(await (await files.put(file, '', 5)).json()).toEqual(ready);
    expect(stored(file)).toBe('whole');
  });

  it('that two connections send at once is complete with the faster', async () => {
    const file = files.expectUpload(10);
    const slow = begin(file, 10);
    slow.socket.write('slow ');
    await until(() => existsSync(files.pathOf(file)) && files.namesOf(file).length === 1);
    expect(await (await files.put(file, 'fast bytes')).json()).toEqual(ready);
    slow.socket.write('bytes');
    await until(() => slow.answer.includes('}}'));
    expect(slow.answer).toContain('"isReady":true');
    expect(stored(file)).toBe('fast bytes');
    expect(files.namesOf(file)).toEqual(['ready']);
    slow.socket.destroy();
  });

  it('sent twice at the same moment is stored once', async () => {
    const file = files.expectUpload(50_000);
    const bodies = ['a', 'b', 'c', 'd'].map((letter) => letter.repeat(50_000));
    const answers = await Promise.all(bodies.map(async (body) => (await files.put(file, body)).json()));
    expect(answers).toEqual(bodies.map(() => ready));
    expect(bodies).toContain(stored(file));
    expect(files.namesOf(file)).toEqual(['ready']);
  });

  it('whose file was removed meanwhile is refused', async () => {
    const file = files.expectUpload(10);
    using slow = begin(file, 10);
    slow.socket.write('slow ');
    await until(() => existsSync(files.pathOf(file)) && files.namesOf(file).length === 1);
    rmSync(files.pathOf(file), { recursive: true });
    slow.socket.write('bytes');
    await until(() => slow.answer.includes('file.unknown'));
    expect(existsSync(files.pathOf(file))).toBe(false);
  });
});

it('counts the bytes of files that arrive', async () => {
  const before = files.harness.counters.fileBytes.of('received');
  await files.put(files.expectUpload(1_000), 'x'.repeat(1_000));
  expect(files.harness.counters.fileBytes.of('received') - before).toBe(1_000);
});
