import { once } from 'node:events';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { until } from '@devchitchat/service-kit/testing';
import { FileService } from './testing/file-service';
import { RawUpload } from './testing/raw-upload';

const mebibyte = 1_024 * 1_024;
const usual = { perAddress: 100, firstRequestMs: 60_000, keepAliveMs: 60_000, idleMs: 60_000 };

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** Bytes outside the heap that this process, and so its gateway, holds. */
function buffered(): number {
  collect();
  // The second one waits until the memory of the first is free.
  collect();
  return process.memoryUsage().arrayBuffers;
}

it('four large uploads at once are held in memory in small parts only', async () => {
  await using files = await FileService.open();
  const size = 40 * mebibyte;
  const part = Buffer.alloc(mebibyte, 'x');
  const before = buffered();
  let largest = 0;
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      const file = files.expectUpload(size);
      using upload = RawUpload.begin(files.url(`${file}?offset=0`), size, files.harness.cookieOf(files.anna));
      for (let sent = 0; sent < size; sent += part.length) {
        if (!upload.socket.write(part)) await once(upload.socket, 'drain');
        if (sent % (8 * mebibyte) !== 0) continue;
        largest = Math.max(largest, buffered() - before);
      }
      await until(() => upload.answer.includes('"isReady":true'));
      expect(statSync(join(files.pathOf(file), 'ready', 'original')).size).toBe(size);
    }),
  );
  expect(largest).toBeLessThan(8 * mebibyte);
});

it('a slow upload has more time than other requests', async () => {
  await using files = await FileService.open({}, { ...usual, bodyMs: 200 });
  const cookie = files.harness.cookieOf(files.anna);
  const file = files.expectUpload(8);
  using upload = RawUpload.begin(files.url(`${file}?offset=0`), 8, cookie);
  for (let sent = 0; sent < 8; sent += 1) {
    await delay(60);
    upload.socket.write('x');
  }
  await until(() => upload.answer.includes('"isReady":true'));

  const url = `${files.harness.url}/api/auth.sign_out`;
  using other = RawUpload.begin(url, 8, { ...cookie, 'content-type': 'application/json' }, 'POST');
  other.socket.write('{');
  await other.closed();
});

it('an upload that falls silent ends, and keeps what came', async () => {
  await using files = await FileService.open({}, { ...usual, idleMs: 1_500 });
  const file = files.expectUpload(10);
  using upload = RawUpload.begin(files.url(`${file}?offset=0`), 10, files.harness.cookieOf(files.anna));
  upload.socket.write('hello');
  await upload.closed();
  expect(existsSync(files.pathOf(file))).toBe(true);
  expect(await (await files.put(file, 'world', 5)).json()).toMatchObject({ value: { isReady: true } });
});
