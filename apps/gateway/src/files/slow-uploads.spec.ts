import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { until } from '@devchitchat/service-kit/testing';
import { FileService } from './testing/file-service';
import { RawUpload } from './testing/raw-upload';

const usual = { perAddress: 100, firstRequestMs: 60_000, keepAliveMs: 60_000, idleMs: 60_000 };

it('a slow upload has more time than other requests', async () => {
  await using files = await FileService.open({}, { ...usual, bodyMs: 3_000 });
  const cookie = files.harness.cookieOf(files.anna);
  const file = files.expectUpload(8);
  using upload = RawUpload.begin(files.url(`${file}?offset=0`), 8, cookie);
  for (let sent = 0; sent < 8; sent += 1) {
    await delay(500);
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
