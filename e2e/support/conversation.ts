import type { Message, RoomId } from '@devchitchat/contracts';
import { expect, type Page } from '@playwright/test';
import { eventually } from './eventually';
import { joinByInvite, joinOnThePage, message, messages, write } from './pages';
import { PersistentSender } from './persistent-sender';
import { ApiClient } from './api-client';
import { wholeRoom } from './whole-room';

/** A product that creates invite links. */
interface Inviting {
  readonly invite: (maxUses?: number) => Promise<string>;
}

/** Two people join by invite links and write to each other. */
export async function twoBrowsersTalk({ invite }: Inviting, newPerson: () => Promise<Page>): Promise<void> {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinOnThePage(ada, await invite(), 'ada', 'Ada Lovelace');
  await joinOnThePage(grace, await invite(), 'grace', 'Grace Hopper');

  await write(ada, 'Is anybody here?');
  await expect(message(grace, 'Is anybody here?')).toBeVisible();
  await write(grace, 'I am.');
  await expect(message(ada, 'I am.')).toBeVisible();

  await expect(message(ada, 'Is anybody here?')).toHaveCount(1);
  await ada.reload();
  await expect(message(ada, 'I am.')).toHaveCount(1);
  await expect(messages(ada).last()).toContainText('I am.');
}

/**
 * Starts senders (`writer0`, `writer1`, …) that write into the lobby without a pause while tests kill parts of the
 * product.
 */
export async function underLoad(
  { invite }: Inviting,
  count: number,
  first = 0,
): Promise<{ roomId: RoomId; senders: PersistentSender[] }> {
  const link = await invite(count);
  const clients = await Promise.all(
    Array.from({ length: count }, (_, i) => ApiClient.join(link, `writer${first + i}`)),
  );
  const roomId = await (clients[0] as ApiClient).lobby();
  for (const client of clients) await client.lobby();
  const senders = clients.map((client) => new PersistentSender(client, roomId));
  for (const sender of senders) sender.start();
  return { roomId, senders };
}

/** Resolves at the next acknowledgement of any sender's message. */
export async function acknowledgesAgain(senders: readonly PersistentSender[]): Promise<void> {
  const before = total(senders);
  await eventually('an acknowledgement', () => total(senders) > before || undefined, 30_000);
}

const total = (senders: readonly PersistentSender[]) => senders.reduce((sum, { acked }) => sum + acked.size, 0);

/** Checks that no acknowledged message is lost, none is duplicated or unknown, and `seq` has no gap. */
export async function expectWholeHistory(
  reader: ApiClient,
  roomId: RoomId,
  senders: readonly PersistentSender[],
): Promise<void> {
  const stored = await wholeRoom(reader, roomId);
  expect(stored.map(({ seq }) => seq)).toEqual(stored.map((_, index) => index + 1));
  expect(new Set(stored.map(({ clientMsgId }) => clientMsgId)).size).toBe(stored.length);
  const acked = senders.flatMap((sender) => [...sender.acked]);
  const sent = acked.map(([clientMsgId, { text, ack }]) => ({ ...asSent(ack), clientMsgId, text }));
  expect(stored.map(asSent)).toEqual(sent.sort((a, b) => a.seq - b.seq));
  expect(senders.flatMap(({ contradictions }) => contradictions)).toEqual([]);
}

/** The fields of a message that later changes keep. */
const asSent = ({ clientMsgId, text, msgId, seq, eventId, ts }: Message) => ({
  clientMsgId,
  text,
  msgId,
  seq,
  eventId,
  ts,
});

/** The newest messages of the room as a page shows them. */
const shownBy = async (page: Page) =>
  (await messages(page).allInnerTexts()).join('\n').match(/writer\d+-\d+ says hello/g) ?? [];

/** Waits until every page shows the newest messages as stored, each once. */
export async function expectSameEnding(pages: readonly Page[], reader: ApiClient, roomId: RoomId): Promise<void> {
  const ending = (await wholeRoom(reader, roomId)).slice(-20).map(({ text }) => text);
  for (const page of pages) {
    await expect(async () => expect((await shownBy(page)).slice(-20)).toEqual(ending)).toPass({ timeout: 60_000 });
    const shown = await shownBy(page);
    expect(new Set(shown).size).toBe(shown.length);
  }
}

/** Two pages that show the lobby. */
export async function watchers({ invite }: Inviting, newPerson: () => Promise<Page>): Promise<Page[]> {
  const pages = [await newPerson(), await newPerson()];
  for (const [i, page] of pages.entries()) await joinByInvite(page, await invite(), `watcher${i}`, `Watcher ${i}`);
  return pages;
}
