import { messagingCommands, type ClientMsgId } from '@devchitchat/contracts';
import { setTimeout as wait } from 'node:timers/promises';
import { acknowledgesAgain, expectSameEnding, expectWholeHistory, underLoad, watchers } from './support/conversation';
import { eventually } from './support/eventually';
import { expect, test } from './support/fixtures';
import { joinByInvite } from './support/pages';
import type { PartName } from './support/product';
import { ApiClient } from './support/api-client';
import { wholeRoom } from './support/whole-room';

const deaths: readonly { part: PartName; times: number }[] = [
  { part: 'messaging', times: 50 },
  { part: 'gateway', times: 10 },
  { part: 'nats', times: 8 },
];

for (const { part, times } of deaths) {
  test(`${times} times kill -9 of ${part} under load loses no acknowledged message and duplicates none`, async ({
    split,
    newPerson,
  }) => {
    test.setTimeout(600_000);
    const pages = await watchers(split, newPerson);
    const { roomId, senders } = await underLoad(split, 4);
    for (let death = 0; death < times; death++) {
      await acknowledgesAgain(senders);
      // Vary the point at which messages are interrupted.
      await wait(Math.random() * 50);
      await split.product.restart(part);
    }
    await acknowledgesAgain(senders);
    await Promise.all(senders.map((sender) => sender.stop()));
    await split.product.healthy();
    await split.admin.connected();

    await expectWholeHistory(split.admin, roomId, senders);
    await expectSameEnding(pages, split.admin, roomId);
  });
}

test('a hundred parallel sends of one message create one message and get equal answers', async ({ home }) => {
  const ada = await ApiClient.join(await home.invite(), 'parallel');
  const { room } = await ada.must(messagingCommands.roomCreate, { name: 'parallel', kind: 'private' });
  const send = (text: string) =>
    ada.ask(messagingCommands.msgSend, { roomId: room.roomId, clientMsgId: 'just-one-0', text });

  const replies = await Promise.all(Array.from({ length: 100 }, () => send('once')));
  for (const reply of replies) expect(reply).toEqual(replies[0]);
  expect(replies[0]).toMatchObject({ ok: true, value: { seq: 1 } });
  expect(await wholeRoom(ada, room.roomId)).toHaveLength(1);
  expect(ada.heard(room.roomId)).toHaveLength(1);
  expect(await send('with other words')).toMatchObject({ ok: false, error: { code: 'conflict' } });
});

test('a missed last message arrives without a further message', async ({ split, newPerson }) => {
  const [page] = await watchers(split, newPerson);
  if (!page) throw new Error('There is no page.');
  const roomId = await split.admin.lobby();
  const { admin, product } = split;
  // A paused gateway keeps its sockets open and its live events waiting; a killed NATS loses the undelivered ones.
  product.part('gateway').pause();
  await product.restart('nats');
  product.part('gateway').resume();
  await eventually('the last message sent', async () => {
    const said = { roomId, clientMsgId: 'the-last-one' as ClientMsgId, text: 'writer9-999 says hello' };
    return (await admin.ask(messagingCommands.msgSend, said, 1_000)).ok || undefined;
  });
  await expectSameEnding([page], admin, roomId);
});

test('a page catches up on ten thousand events after the gateway was down', async ({ split, newPerson }) => {
  const page = await newPerson();
  const { admin, product } = split;
  await joinByInvite(page, await split.invite(), 'away', 'Away');
  const roomId = await admin.lobby();
  await page.context().setOffline(true);
  await product.restart('gateway');
  await product.healthy();
  await admin.connected();
  const send = (at: number) => {
    const clientMsgId = `writer0-${String(at).padStart(6, '0')}` as ClientMsgId;
    return admin.must(messagingCommands.msgSend, { roomId, clientMsgId, text: `${clientMsgId} says hello` });
  };
  for (let at = 0; at < 10_000; at += 100) await Promise.all(Array.from({ length: 100 }, (_, more) => send(at + more)));
  const backAt = performance.now();
  await page.context().setOffline(false);
  await expectSameEnding([page], admin, roomId);
  const description = `${Math.round(performance.now() - backAt)} ms from network back to the last message shown`;
  test.info().annotations.push({ type: 'caught up', description });
});

test('a client that stops reading is disconnected and catches up, without effect on others', async ({ split }) => {
  const stalled = await ApiClient.join(await split.invite(), 'stalled');
  const reading = await ApiClient.join(await split.invite(), 'reading');
  const { room } = await split.admin.must(messagingCommands.roomCreate, { name: 'busy', kind: 'public' });
  const { roomId } = room;
  for (const client of [stalled, reading]) await client.must(messagingCommands.roomJoin, { roomId });

  const cut = new Promise((resolve) => stalled.socket.once('disconnect', resolve));
  const { head } = await stalled.must(messagingCommands.roomJoin, { roomId });
  rawSocketOf(stalled).pause();
  const heardBefore = stalled.heard(roomId).length;
  const count = 2_000;
  for (let i = 0; i < count; i += 100) {
    const sends = Array.from({ length: 100 }, (_, j) => ({
      clientMsgId: `busy-message-${i + j}` as ClientMsgId,
      text: 'x'.repeat(4_000),
    }));
    await Promise.all(sends.map((send) => split.admin.must(messagingCommands.msgSend, { roomId, ...send })));
  }
  await eventually('all messages at the other client', () => reading.heard(roomId).length === count || undefined);
  expect(new Set(reading.heard(roomId).map(({ body }) => body.seq)).size).toBe(count);
  expect(stalled.heard(roomId).length).toBe(heardBefore);

  rawSocketOf(stalled).resume();
  await cut;
  await stalled.connected();
  const { rooms } = await stalled.must(messagingCommands.sync, { rooms: [{ roomId, after: head }] });
  const room_ = rooms.find((each) => each.roomId === roomId);
  expect(room_?.kind === 'snapshot' ? room_.snapshot.headSeq : room_?.head).toBeGreaterThanOrEqual(count);
});

/**
 * Returns the TCP socket below socket.io and WebSocket. While paused, this end reads nothing and the other end's
 * buffers fill.
 */
const rawSocketOf = (client: ApiClient): { pause(): void; resume(): void } =>
  (client.socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }).ws._socket;
