import { messagingCommands as messaging, type RoomId } from '@devchitchat/contracts';
import type { Locator, Page } from '@playwright/test';
import { expect, test, type TestProduct } from './support/fixtures';
import {
  actOn,
  boxOf,
  createRoom,
  expectInRoom,
  joinByInvite,
  joinPublicRoom,
  message,
  openRoom,
  roomMenu,
  write,
} from './support/pages';
import { ApiClient } from './support/api-client';

const box = (page: Page) => page.getByRole('searchbox', { name: 'Search' });
const results = (page: Page) => page.getByRole('region', { name: 'Search results' });
const hits = (page: Page): Locator =>
  results(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('link') });
const nothing = (page: Page) => results(page).getByText('No messages found in your rooms.');

async function look(page: Page, text: string): Promise<void> {
  await box(page).fill(text);
  await box(page).press('Enter');
}

/** Opens two pages in a room that the first person owns. */
async function twoIn(room: string, { invite }: TestProduct, newPerson: () => Promise<Page>): Promise<[Page, Page]> {
  const [ada, grace] = [await newPerson(), await newPerson()];
  await joinByInvite(ada, await invite(), `${room}-ada`, 'Ada');
  await joinByInvite(grace, await invite(), `${room}-grace`, 'Grace');
  await createRoom(ada, room);
  await joinPublicRoom(grace, room);
  return [ada, grace];
}

/** Creates a room with so many messages that its beginning is far away. */
async function longRoom({ invite }: TestProduct, name: string, texts: readonly string[]): Promise<RoomId> {
  const people = Math.ceil(texts.length / 20);
  const link = await invite(people);
  const clients = await Promise.all(
    Array.from({ length: people }, (_, at) => ApiClient.join(link, `${name}-${String(at)}`)),
  );
  const { room } = await clients[0]!.must(messaging.roomCreate, { name, kind: 'public' });
  const { roomId } = room;
  for (const [at, text] of texts.entries()) {
    const client = clients[Math.floor(at / 20)]!;
    if (at % 20 === 0 && at > 0) await client.must(messaging.roomJoin, { roomId });
    await client.must(messaging.msgSend, { roomId, clientMsgId: crypto.randomUUID(), text });
  }
  for (const client of clients) client.close();
  return roomId;
}

test('search finds words, prefixes and parts, and operators filter by room and author', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('finding', home, newPerson);
  await write(ada, 'The steamboat leaves at nine, see https://example.org');
  await write(grace, 'Which boat? c++ or 漢字かな 🎉');
  await expect(message(ada, 'Which boat?')).toBeVisible();

  await look(ada, 'boat in:finding');
  await expect(hits(ada)).toHaveText([/Grace.*finding.*Which boat\?/, /Ada.*finding.*The steamboat leaves/]);
  await expect(hits(ada).locator('mark')).toHaveText(['boat', 'boat']);
  for (const [text, found] of [
    ['from:me boat', 'The steamboat'],
    ['from:finding-grace', 'Which boat?'],
    ['has:link in:finding', 'The steamboat'],
    ['"leaves at nine"', 'The steamboat'],
    ['c++ from:finding-grace', 'Which boat?'],
    ['字か', 'Which boat?'],
    ['🎉 from:finding-grace', 'Which boat?'],
  ] as const) {
    await look(ada, text);
    await expect(hits(ada)).toHaveText([new RegExp(found)]);
  }
  for (const text of ['"', 'foo(', 'zzz AND', '-x', 'NEAR(', '*', 'x'.repeat(10_000), '\u05e9\u05dc\u05d5\u05dd']) {
    await look(ada, 'boat in:finding');
    await expect(hits(ada)).toHaveCount(2);
    await look(ada, text);
    await expect(nothing(ada)).toBeVisible();
    await expect(results(ada).getByRole('alert')).toHaveCount(0);
  }
  await look(ada, 'boat from:nobody-at-all');
  await expect(results(ada)).toContainText('There’s no one called “nobody-at-all” here.');
  await look(ada, 'boat before:soon');
  await expect(results(ada)).toContainText('“soon” isn’t a date.');
});

test('the search box explains its operators and works by keyboard', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('keys', home, newPerson);
  for (const text of ['one kettle', 'two kettles', 'three kettles']) await write(grace, text);
  await expect(message(ada, 'three kettles')).toBeVisible();

  await ada.keyboard.press('ControlOrMeta+f');
  await expect(box(ada)).toBeFocused();
  const ways = ada.getByRole('listbox', { name: 'Search tips' });
  await expect(ways.getByRole('option')).toHaveCount(12);
  await ada.keyboard.press('ArrowDown');
  // Remote events keep the selection.
  (await ApiClient.join(await home.invite(), 'keys-newcomer', 'A newcomer')).close();
  await write(grace, 'Somebody is new here.');
  await expect(message(ada, 'Somebody is new here.')).toBeVisible();
  await ada.keyboard.press('Enter');
  await expect(box(ada)).toHaveValue('from:');
  await ada.keyboard.type('keys-g');
  await expect(ways.getByRole('option')).toHaveText([/from:keys-grace.*Grace/]);
  await ada.keyboard.press('ArrowDown');
  await ada.keyboard.press('Enter');
  await ada.keyboard.type('kettle');
  await expect(hits(ada)).toHaveText([/one kettle/, /three kettles/, /two kettles/]);

  await results(ada).getByRole('button', { name: 'Newest first' }).click();
  await expect(hits(ada)).toHaveText([/three kettles/, /two kettles/, /one kettle/]);
  await box(ada).focus();
  await ada.keyboard.press('ArrowDown');
  await expect(hits(ada).first().getByRole('link')).toBeFocused();
  await ada.keyboard.press('ArrowDown');
  await ada.keyboard.press('Enter');
  await expect(ada).toHaveURL(/at=2/);
  await expect(message(ada, 'two kettles')).toBeInViewport();
  await hits(ada).first().getByRole('link').focus();
  await ada.keyboard.press('Escape');
  await expect(results(ada)).toHaveCount(0);
  await expect(box(ada)).toBeFocused();
  await expect(box(ada)).toHaveValue('');
});

test('a result opens its message far back in its room, with matches highlighted', async ({ home, newPerson }) => {
  const texts = Array.from({ length: 400 }, (_, at) => `line ${String(at)} of a long talk`);
  texts[20] = 'the xylophone stood in the hall';
  await longRoom(home, 'far-back', texts);
  const ada = await newPerson();
  await joinByInvite(ada, await home.invite(), 'far-ada', 'Ada');
  await joinPublicRoom(ada, 'far-back');
  await openRoom(ada, 'lobby');

  await look(ada, 'lophon');
  await hits(ada).getByRole('link').click();
  await expectInRoom(ada, 'far-back');
  await expect(message(ada, 'the xylophone stood')).toBeInViewport();
  const marked = () => ada.evaluate(`[...(CSS.highlights.get('found') ?? [])].map(String)`);
  await expect.poll(marked).toEqual(['lophon']);

  await look(ada, 'long talk in:far-back');
  await expect(hits(ada)).toHaveCount(20);
  await results(ada).getByRole('button', { name: 'Show more' }).click();
  await expect(hits(ada)).toHaveCount(40);
  await openRoom(ada, 'lobby');
  await expect(results(ada)).toHaveCount(0);
  await look(ada, 'long talk');
  await results(ada).getByRole('checkbox', { name: 'Only in lobby' }).check();
  await expect(results(ada)).toContainText('No messages found in this room.');
});

test('search finds edited messages by their new text and no deleted ones', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('changing', home, newPerson);
  await write(grace, 'a zeppelin');
  await expect(message(ada, 'a zeppelin')).toBeVisible();
  await look(ada, 'zeppelin');
  await expect(hits(ada)).toHaveCount(1);

  await actOn(grace, 'a zeppelin', 'Edit');
  await grace.getByRole('textbox', { name: 'Edited message' }).fill('a quadcopter');
  await grace.keyboard.press('Enter');
  await expect(hits(ada)).toHaveCount(0);
  await look(ada, 'eppel');
  await expect(nothing(ada)).toBeVisible();
  await look(ada, 'quadcop');
  await expect(hits(ada)).toHaveCount(1);

  await actOn(grace, 'a quadcopter', 'Delete');
  await grace.getByRole('button', { name: 'Delete message' }).click();
  await expect(hits(ada)).toHaveCount(0);
  await look(ada, 'quadcopter');
  await expect(nothing(ada)).toBeVisible();
});

test('a person removed from a room immediately finds none of its messages', async ({ home, newPerson }) => {
  const [ada, grace] = await twoIn('leaving', home, newPerson);
  await write(ada, 'the wombat sleeps');
  await expect(message(grace, 'the wombat sleeps')).toBeVisible();
  await openRoom(grace, 'lobby');
  await look(grace, 'wombat');
  await expect(hits(grace)).toHaveCount(1);

  await ada.getByRole('button', { name: 'Members', exact: true }).click();
  await ada.getByRole('button', { name: 'Actions for Grace' }).click();
  await ada.getByRole('menuitem', { name: 'Remove from room' }).click();
  await ada.getByRole('button', { name: 'Remove Grace' }).click();
  await expect(hits(grace)).toHaveCount(0);
  await look(grace, 'the wombat');
  await expect(nothing(grace)).toBeVisible();
  await look(grace, 'in:leaving');
  await expect(results(grace)).toContainText('You’re not in a room called “leaving”.');
});

test('the longest name of a room fits the panel of its results', async ({ home, newPerson }) => {
  const longest = `results-${'w'.repeat(56)}`;
  const [ada] = await twoIn('results', home, newPerson);
  await roomMenu(ada, 'Edit room');
  const dialog = ada.getByRole('dialog', { name: 'Edit room' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(longest);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectInRoom(ada, longest);
  await look(ada, 'lake');
  const [panel, only] = [await boxOf(results(ada)), await boxOf(results(ada).getByText(/^Only in results-w/))];
  expect(only.x + only.width).toBeLessThanOrEqual(panel.x + panel.width);
});
