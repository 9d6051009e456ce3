import { messagingCommands, type RoomId } from '@devchitchat/contracts';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, byNpm, restore } from './support/backup-tool';
import { eventually } from './support/eventually';
import { freePort } from './support/free-port';
import { expect, test, type TestProduct } from './support/fixtures';
import { joinByInvite, message, write } from './support/pages';
import { PersistentSender } from './support/persistent-sender';
import type { PartName } from './support/product';
import { StartedProduct } from './support/started-product';
import { tablesOf } from './support/tables';
import { ApiClient } from './support/api-client';
import { wholeRoom } from './support/whole-room';

const services = ['auth', 'messaging', 'signaling', 'diagnostics', 'gateway'] as const;

let folder: string;
test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'devchitchat-backup-'));
});
test.afterEach(() => rm(folder, { recursive: true }));

/** Ends all processes, restores a backup and starts again. */
async function goBackTo(file: string, { product }: TestProduct): Promise<void> {
  const parts: readonly PartName[] = [...services, 'nats'];
  for (const part of parts) await product.kill(part, 'SIGTERM');
  await restore(file, product.dataDir);
  await product.makeKeys();
  for (const part of parts.toReversed()) product.start(part);
  await product.healthy();
}

const texts = async (reader: ApiClient, roomId: RoomId) => (await wholeRoom(reader, roomId)).map(({ text }) => text);

test('a backup under load contains everything acknowledged before it, and restoring it reproduces the data', async ({
  split,
}) => {
  const { product } = split;
  const link = await split.invite(4);
  const clients = await Promise.all([0, 1, 2, 3].map((at) => ApiClient.join(link, `writer${at}`)));
  const roomId = await clients[0]!.lobby();
  const senders = clients.map((client) => new PersistentSender(client, roomId));
  for (const sender of senders) sender.start();
  const total = () => senders.reduce((sum, { acked }) => sum + acked.size, 0);
  await eventually('a hundred messages', () => total() > 100 || undefined);

  const reading = await ApiClient.join(await split.invite(), 'reading');
  await reading.must(messagingCommands.readMark, { rooms: [{ roomId, seq: 42, back: true }] });
  reading.close();
  const before = senders.flatMap(({ acked }) => [...acked.values()].map(({ text }) => text));
  const file = join(folder, 'a.tar.gz');
  const newcomers = split.invite(1).then((invite) => ApiClient.join(invite, 'newcomer'));
  await backUp(product.dataDir, file);
  (await newcomers).close();
  const during = total();
  await eventually('more messages', () => total() > during + 20 || undefined);
  for (const sender of senders) await sender.stop();
  for (const part of [...services, 'nats'] as const) await product.kill(part, 'SIGTERM');

  const restored = join(folder, 'restored');
  await restore(file, restored);
  for (const service of ['auth', 'messaging', 'signaling'] as const) {
    const live = tablesOf(product.dataDir, service);
    const kept = tablesOf(restored, service);
    expect(kept['events']).toEqual(live['events']!.slice(0, kept['events']!.length));
  }
  const messages = tablesOf(restored, 'messaging');
  const known = tablesOf(product.dataDir, 'messaging')['messages']!.slice(0, messages['messages']!.length);
  expect(messages['messages']).toEqual(known);

  await restore(file, product.dataDir);
  await product.makeKeys();
  for (const part of ['nats', ...services] as const) product.start(part);
  await product.healthy();
  // The same session, without signing in again.
  const reader = await ApiClient.connect(product.url, clients[0]!.cookie, clients[0]!.user);
  const found = await texts(reader, roomId);
  expect(found).toEqual(expect.arrayContaining(before));
  const { rooms } = await reader.must(messagingCommands.sync, { rooms: [] });
  const [lobby] = rooms.flatMap((room) => (room.kind === 'snapshot' && room.roomId === roomId ? [room.snapshot] : []));
  expect(lobby?.members.find(({ userId }) => userId === reading.user.userId)).toMatchObject({ readSeq: 42 });
  const sent = { roomId, clientMsgId: 'after-0001', text: 'It goes on' };
  expect(await reader.must(messagingCommands.msgSend, sent)).toMatchObject({ seq: found.length + 1 });
  for (const client of [reader, ...clients]) client.close();
});

test('a page that stays open during a restore shows the server’s messages and sends unsent ones', async ({
  split,
  newPerson,
}) => {
  const [ada, grace] = [await newPerson(), await newPerson()];
  await joinByInvite(ada, await split.invite(), 'ada', 'Ada');
  await joinByInvite(grace, await split.invite(), 'grace', 'Grace');
  await write(ada, 'before the backup');
  await expect(message(grace, 'before the backup')).toBeVisible();
  const file = join(folder, 'a.tar.gz');
  await backUp(split.product.dataDir, file);
  for (const text of ['forgotten one', 'forgotten two', 'forgotten three']) await write(ada, text);
  await expect(message(grace, 'forgotten three')).toBeVisible();

  await grace.context().setOffline(true);
  await write(grace, 'written while away');
  await expect(message(grace, 'written while away')).toBeVisible();
  await goBackTo(file, split);
  // New messages take the positions of the forgotten ones in the log, and more.
  for (const text of ['anew one', 'anew two', 'anew three', 'anew four', 'anew five']) await write(ada, text);
  await expect(message(ada, 'anew five')).toBeVisible();
  await grace.context().setOffline(false);

  for (const page of [ada, grace]) {
    for (const text of ['before the backup', 'anew one', 'anew five', 'written while away']) {
      await expect(message(page, text)).toHaveCount(1);
    }
    await expect(message(page, 'forgotten')).toHaveCount(0);
  }
  await write(grace, 'and live');
  await expect(message(ada, 'and live')).toBeVisible();
  await ada.reload();
  await expect(message(ada, 'and live')).toBeVisible();
  await expect(message(ada, 'forgotten')).toHaveCount(0);
});

test('npm run restore restores a backup of a running devchitchat in another folder', async () => {
  test.setTimeout(240_000);
  const [dataDir, elsewhere, file] = ['data', 'elsewhere', 'a.tar.gz'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  const first = new StartedProduct(dataDir, await freePort());
  await first.healthy(120_000);
  const link = (await first.printed(/^First admin: /))
    .replace('First admin: ', '')
    .replace('//localhost', '//127.0.0.1');
  const ada = await ApiClient.join(link, 'ada');
  const roomId = await ada.lobby();
  await ada.must(messagingCommands.msgSend, { roomId, clientMsgId: 'kept-0001', text: 'To be kept' });
  expect(await byNpm(dataDir, 'backup', '--', file)).toMatch(/events, verified/);
  await expect(byNpm(dataDir, 'restore', '--', file, '--replace')).rejects.toThrow(/already runs on .* stop it first/);
  ada.close();
  await first.end();

  await expect(byNpm(dataDir, 'restore', '--', file)).rejects.toThrow(/has data in it.*--replace/);
  await byNpm(elsewhere, 'restore', '--', file);
  const second = new StartedProduct(elsewhere, await freePort());
  await second.healthy(60_000);
  const again = await ApiClient.connect(`http://127.0.0.1:${second.port}`, ada.cookie, ada.user);
  expect(await texts(again, roomId)).toEqual(['To be kept']);
  again.close();
  await second.end();
});
