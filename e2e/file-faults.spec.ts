import { messagingCommands as messaging, type Message } from '@devchitchat/contracts';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { ApiClient } from './support/api-client';
import { eventually } from './support/eventually';
import { FileClient, type FileToSend } from './support/file-client';
import { expect, test } from './support/fixtures';
import type { PartName } from './support/product';
import { wholeRoom } from './support/whole-room';

const kills = 50;

/** About as long as one upload with its message takes here, so that every part of it is hit. */
const longestWaitMs = 400;

test(`${kills} times kill -9 during uploads: every acknowledged message has its whole file, and no file is left without one`, async ({
  split,
}) => {
  test.setTimeout(600_000);
  const { admin, product } = split;
  const { room } = await admin.must(messaging.roomCreate, { name: 'files under fire', kind: 'public' });
  const { roomId } = room;
  const link = await split.invite(3);
  const senders = await Promise.all(['one', 'two', 'three'].map((name) => ApiClient.join(link, `sender-${name}`)));
  const acknowledged: (readonly [Message, FileToSend])[] = [];
  let isOver = false;
  const send = async (client: ApiClient): Promise<void> => {
    await client.must(messaging.roomJoin, { roomId });
    for (let count = 0; !isOver; count++) {
      const file = { name: `${client.user.handle}-${count}.bin`, bytes: randomBytes(1_000_000) };
      acknowledged.push([await new FileClient(client).send(roomId, file.name, file), file]);
    }
  };
  const sending = Promise.all(senders.map(send));

  const parts: readonly PartName[] = ['gateway', 'messaging', 'gateway', 'messaging', 'nats'];
  for (let kill = 0; kill < kills; kill++) {
    const before = acknowledged.length;
    await wait(Math.random() * longestWaitMs);
    await product.restart(parts[kill % parts.length] ?? 'gateway');
    // Otherwise the kills would only hit a start.
    if (kill % 5 === 4) await eventually('another file sent', () => acknowledged.length > before || undefined);
  }
  isOver = true;
  await sending;
  await product.healthy();
  await admin.connected();

  const reader = new FileClient(admin);
  for (const [message, { name, bytes }] of acknowledged) {
    const fileId = message.files?.[0]?.fileId ?? '';
    const answer = await reader.get(fileId, 'original');
    expect([name, answer.status]).toEqual([name, 200]);
    expect([name, Buffer.from(await answer.arrayBuffer()).equals(bytes)]).toEqual([name, true]);
  }
  const messages = await wholeRoom(admin, roomId);
  expect(messages.map(({ text }) => text).sort()).toEqual(acknowledged.map(([, { name }]) => name).sort());

  const named = new Set(messages.flatMap(({ files = [] }) => files.map(({ fileId }) => fileId as string)));
  const folder = join(product.dataDir, 'files');
  await eventually('no file without a message', () => {
    const [here, ready] = [
      readdirSync(folder),
      [...named].filter((id) => existsSync(join(folder, id, 'ready', 'original'))),
    ];
    return (here.every((id) => named.has(id)) && ready.length === named.size) || undefined;
  });
});
