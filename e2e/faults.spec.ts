import { messagingCommands, type ClientMsgId, type RoomId } from '@devchitchat/contracts';
import type { Page } from '@playwright/test';
import { setTimeout as wait } from 'node:timers/promises';
import { eventually } from './support/eventually';
import { expect, test, type Place } from './support/fixtures';
import { joinByInvite, messages } from './support/pages';
import { PersistentSender } from './support/persistent-sender';
import type { PartName } from './support/product';
import { Talker } from './support/talker';
import { wholeRoom } from './support/whole-room';

/** People who write without a pause while parts of the product die under them. */
async function underLoad({ invite }: Place, count: number): Promise<{ roomId: RoomId; senders: PersistentSender[] }> {
  const link = await invite(count);
  const talkers = await Promise.all(Array.from({ length: count }, (_, i) => Talker.join(link, `writer${i}`)));
  const roomId = await (talkers[0] as Talker).lobby();
  for (const talker of talkers) await talker.lobby();
  const senders = talkers.map((talker) => new PersistentSender(talker, roomId));
  for (const sender of senders) sender.start();
  return { roomId, senders };
}

/** Resolves when somebody's message was acknowledged after now. */
async function acknowledgesAgain(senders: readonly PersistentSender[]): Promise<void> {
  const before = total(senders);
  await eventually('an acknowledgement', () => total(senders) > before || undefined, 30_000);
}

const total = (senders: readonly PersistentSender[]) => senders.reduce((sum, { acked }) => sum + acked.size, 0);

/** What every fault test checks at its end: nothing acknowledged lost, nothing doubled or invented, no gap in `seq`. */
async function expectWholeHistory(reader: Talker, roomId: RoomId, senders: readonly PersistentSender[]): Promise<void> {
  const stored = await wholeRoom(reader, roomId);
  expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
  expect(new Set(stored.map(({ clientMsgId }) => clientMsgId)).size).toBe(stored.length);
  const acked = senders.flatMap((sender) => [...sender.acked]);
  const acknowledged = acked.map(([clientMsgId, { text, ack }]) => ({ clientMsgId, text, ...ack }));
  const found = stored.map(({ clientMsgId, text, msgId, seq, eventId, ts }) => ({
    clientMsgId,
    text,
    msgId,
    seq,
    eventId,
    ts,
  }));
  expect(found).toEqual(acknowledged.sort((a, b) => a.seq - b.seq));
  expect(senders.flatMap(({ contradictions }) => contradictions)).toEqual([]);
}

/** The end of the room as a page shows it. */
const shownBy = async (page: Page) =>
  (await messages(page).allInnerTexts()).join('\n').match(/writer\d+-\d+ says hello/g) ?? [];

async function expectSameEnding(pages: readonly Page[], reader: Talker, roomId: RoomId): Promise<void> {
  const ending = (await wholeRoom(reader, roomId)).slice(-20).map(({ text }) => text);
  for (const page of pages) {
    await expect(async () => expect((await shownBy(page)).slice(-20)).toEqual(ending)).toPass({ timeout: 30_000 });
    const shown = await shownBy(page);
    expect(new Set(shown).size).toBe(shown.length);
  }
}

async function watchers({ invite }: Place, newPerson: () => Promise<Page>): Promise<Page[]> {
  const pages = [await newPerson(), await newPerson()];
  for (const [i, page] of pages.entries()) await joinByInvite(page, await invite(), `watcher${i}`, `Watcher ${i}`);
  return pages;
}

const deaths: readonly { part: PartName; times: number }[] = [
  { part: 'messaging', times: 50 },
  { part: 'gateway', times: 10 },
  { part: 'nats', times: 8 },
];

for (const { part, times } of deaths) {
  test(`kill -9 of ${part}, ${times} times under load: nothing acknowledged is lost, nothing is doubled`, async ({
    split,
    newPerson,
  }) => {
    test.setTimeout(600_000);
    const pages = await watchers(split, newPerson);
    const { roomId, senders } = await underLoad(split, 4);
    for (let death = 0; death < times; death++) {
      await acknowledgesAgain(senders);
      // Not always at the same point of a message's way.
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

test('a hundred parallel sends of one message are one message and a hundred equal answers', async ({ home }) => {
  const ada = await Talker.join(await home.invite(), 'parallel');
  const { room } = await ada.must(messagingCommands.roomCreate, { name: 'parallel', kind: 'private' });
  const send = (text: string) =>
    ada.ask(messagingCommands.msgSend, { roomId: room.roomId, clientMsgId: 'just-one-0', text });

  const replies = await Promise.all(Array.from({ length: 100 }, () => send('once')));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(replies[0]).toMatchObject({ ok: true, value: { seq: 1 } });
  expect(await wholeRoom(ada, room.roomId)).toHaveLength(1);
  expect(ada.heard(room.roomId)).toHaveLength(1);
  expect(await send('with other words')).toMatchObject({ ok: false, error: { code: 'conflict' } });
});

test('a missed last message is found without anybody writing another one', async ({ split, newPerson }) => {
  const [page] = await watchers(split, newPerson);
  if (!page) throw new Error('There is no page.');
  const roomId = await split.admin.lobby();
  const { admin, product } = split;
  // A paused gateway's sockets stay open and its live events wait; a killed NATS loses what was not yet taken from it.
  product.part('gateway').pause();
  await product.restart('nats');
  product.part('gateway').resume();
  await eventually('the last message sent', async () => {
    const said = { roomId, clientMsgId: 'the-last-one' as ClientMsgId, text: 'writer9-999 says hello' };
    return (await admin.ask(messagingCommands.msgSend, said, 1_000)).ok || undefined;
  });
  await expectSameEnding([page], admin, roomId);
});

test('a page that was away while the gateway died catches up on five hundred events', async ({ split, newPerson }) => {
  const [page] = await watchers(split, newPerson);
  if (!page) throw new Error('There is no page.');
  const { admin, product } = split;
  const roomId = await admin.lobby();
  await page.context().setOffline(true);
  await product.restart('gateway');
  await product.healthy();
  await admin.connected();
  for (let i = 0; i < 500; i++) {
    const clientMsgId = `writer0-${String(i).padStart(6, '0')}` as ClientMsgId;
    await admin.must(messagingCommands.msgSend, { roomId, clientMsgId, text: `${clientMsgId} says hello` });
  }
  const backAt = performance.now();
  await page.context().setOffline(false);
  await expectSameEnding([page], admin, roomId);
  const description = `${Math.round(performance.now() - backAt)} ms from network back to the last message shown`;
  test.info().annotations.push({ type: 'caught up', description });
});

test('whoever stops reading is cut and catches up, and nobody else notices', async ({ split }) => {
  const stalled = await Talker.join(await split.invite(), 'stalled');
  const reading = await Talker.join(await split.invite(), 'reading');
  const { room } = await split.admin.must(messagingCommands.roomCreate, { name: 'busy', kind: 'public' });
  const { roomId } = room;
  for (const talker of [stalled, reading]) await talker.must(messagingCommands.roomJoin, { roomId });

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
  await eventually('everybody else heard it all', () => reading.heard(roomId).length === count || undefined);
  expect(new Set(reading.heard(roomId).map(({ body }) => body.seq)).size).toBe(count);
  expect(stalled.heard(roomId).length).toBe(heardBefore);

  rawSocketOf(stalled).resume();
  await cut;
  await stalled.connected();
  const { rooms } = await stalled.must(messagingCommands.sync, { rooms: [{ roomId, after: head }] });
  const room_ = rooms.find((each) => each.roomId === roomId);
  expect(room_?.kind === 'snapshot' ? room_.snapshot.headSeq : room_?.head).toBeGreaterThanOrEqual(count);
});

/** The TCP socket below socket.io and WebSocket: paused, this end reads nothing, and the other end's buffers fill. */
const rawSocketOf = (talker: Talker): { pause(): void; resume(): void } =>
  (talker.socket.io.engine.transport as unknown as { ws: { _socket: { pause(): void; resume(): void } } }).ws._socket;
