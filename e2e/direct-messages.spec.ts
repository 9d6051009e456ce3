import { messagingCommands as messaging } from '@devchitchat/contracts';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import {
  actOn,
  createRoom,
  expectInRoom,
  joinByInvite,
  message,
  messages,
  openRoom,
  roomMenu,
  write,
} from './support/pages';
import { ApiClient } from './support/api-client';

/** Returns the link to a conversation in the sidebar. */
const directLink = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Direct messages' }).getByRole('link', { name, exact: true });

async function writeTo(page: Page, ...names: readonly string[]): Promise<void> {
  await page.getByRole('button', { name: 'New message' }).click();
  const dialog = page.getByRole('dialog', { name: 'New message' });
  for (const name of names) {
    await dialog.getByRole('textbox', { name: 'To' }).fill(name);
    await dialog.getByRole('checkbox', { name, exact: true }).check();
  }
  await dialog.getByRole('button', { name: 'Open conversation' }).click();
}

test('two people share one conversation, opened by either, and each sees the other’s name on it', async ({
  home,
  newPerson,
}) => {
  const [ada, grace] = [await newPerson(), await newPerson()];
  await joinByInvite(ada, await home.invite(), 'direct-ada', 'Ada D1');
  await joinByInvite(grace, await home.invite(), 'direct-grace', 'Grace D1');

  await writeTo(ada, 'Grace D1');
  await expectInRoom(ada, 'Grace D1');
  await expect(directLink(grace, 'Ada D1')).toHaveCount(0);
  await write(ada, 'Lunch, only the two of us?');
  await expect(directLink(grace, 'Ada D1')).toHaveAccessibleDescription('1 unread');

  await grace.getByRole('button', { name: 'Members' }).click();
  await grace.getByRole('button', { name: 'Actions for Ada D1' }).click();
  await grace.getByRole('menuitem', { name: 'Message' }).click();
  await expectInRoom(grace, 'Ada D1');
  await expect(message(grace, 'Lunch, only the two of us?')).toBeVisible();
  await write(grace, 'At noon.');
  await expect(message(ada, 'At noon.')).toBeVisible();
  expect(grace.url()).toBe(ada.url());
  await expect(grace.getByRole('button', { name: 'Join call' })).toBeVisible();
});

test('a group has its own conversation, separate from those of any two of its people', async ({ home, newPerson }) => {
  const [ada, mallory] = [await newPerson(), await newPerson()];
  (await ApiClient.join(await home.invite(), 'several-grace', 'Grace D5')).close();
  await joinByInvite(ada, await home.invite(), 'several-ada', 'Ada D5');
  await joinByInvite(mallory, await home.invite(), 'several-mallory', 'Mallory D5');
  await writeTo(ada, 'Grace D5', 'Mallory D5');
  await expectInRoom(ada, 'Grace D5 and Mallory D5');
  await write(ada, 'The three of us, then.');
  await directLink(mallory, 'Ada D5 and Grace D5').click();
  await expect(message(mallory, 'The three of us, then.')).toBeVisible();
  await expect(directLink(mallory, 'Ada D5')).toHaveCount(0);
});

test('a person opens a conversation from a name and writes notes to themselves', async ({ home, newPerson }) => {
  const [ada, grace] = [await newPerson(), await newPerson()];
  await joinByInvite(ada, await home.invite(), 'named-ada', 'Ada D2');
  await joinByInvite(grace, await home.invite(), 'named-grace', 'Grace D2');
  await write(grace, 'Hello from Grace D2');
  await message(ada, 'Hello from Grace D2').getByRole('button', { name: 'Grace D2' }).click();
  await ada.getByRole('dialog', { name: 'Grace D2' }).getByRole('button', { name: 'Message' }).click();
  await expectInRoom(ada, 'Grace D2');

  await writeTo(ada, 'Ada D2');
  await expectInRoom(ada, 'Notes to self');
  await write(ada, 'Buy bread.');
  await expect(message(ada, 'Buy bread.')).toBeVisible();
});

test('a hidden conversation leaves the list on every device and returns with the next message', async ({
  home,
  newPerson,
}) => {
  const [ada, secondDevice] = [await newPerson(), await newPerson()];
  await joinByInvite(ada, await home.invite(), 'hides-ada', 'Ada D3');
  const grace = await ApiClient.join(await home.invite(), 'hides-grace', 'Grace D3');
  await ada
    .context()
    .storageState()
    .then(({ cookies }) => secondDevice.context().addCookies(cookies));
  await secondDevice.goto(home.product.url);
  await expectInRoom(secondDevice, 'lobby');

  await writeTo(ada, 'Grace D3');
  await expectInRoom(ada, 'Grace D3');
  await write(ada, 'Are you there?');
  await expect(directLink(secondDevice, 'Grace D3')).toBeVisible();
  await roomMenu(ada, 'Hide conversation');
  await expectInRoom(ada, 'lobby');
  for (const page of [ada, secondDevice]) await expect(directLink(page, 'Grace D3')).toHaveCount(0);
  await ada.reload();
  await expectInRoom(ada, 'lobby');
  await expect(directLink(ada, 'Grace D3')).toHaveCount(0);

  const adaId = [...(await grace.must(messaging.sync, { rooms: [] })).rooms]
    .flatMap((room) => (room.kind === 'snapshot' && room.snapshot.room.kind === 'direct' ? room.snapshot.members : []))
    .map(({ userId }) => userId)
    .find((userId) => userId !== grace.user.userId)!;
  const { room } = await grace.must(messaging.dmOpen, { userIds: [adaId] });
  const send = (text: string) =>
    grace.must(messaging.msgSend, { roomId: room.roomId, clientMsgId: crypto.randomUUID(), text });
  await send('I am now.');
  for (const page of [ada, secondDevice]) await expect(directLink(page, 'Grace D3')).toBeVisible();

  await directLink(ada, 'Grace D3').hover();
  await ada.getByRole('button', { name: 'Hide the conversation with Grace D3' }).click();
  await expect(directLink(secondDevice, 'Grace D3')).toHaveCount(0);
  await writeTo(secondDevice, 'Grace D3');
  await expect(message(secondDevice, 'I am now.')).toBeVisible();
  for (const page of [ada, secondDevice]) await expect(directLink(page, 'Grace D3')).toBeVisible();
  grace.close();
});

test('a person added without history cannot reach earlier messages in any way', async ({ home, newPerson }) => {
  const [ada, grace] = [await newPerson(), await newPerson()];
  await joinByInvite(ada, await home.invite(), 'start-ada', 'Ada D4');
  await joinByInvite(grace, await home.invite(), 'start-grace', 'Grace D4');
  await createRoom(ada, 'from now on', 'private');
  await write(ada, 'The surprise is a xylophone.');
  await expect(message(ada, 'xylophone')).toBeVisible();
  await actOn(ada, 'xylophone', 'Pin');

  await roomMenu(ada, 'Add person');
  const dialog = ada.getByRole('dialog', { name: 'Add person' });
  await dialog.getByRole('combobox', { name: 'History' }).selectOption('Only messages from now on');
  await dialog.getByRole('button', { name: 'Add Grace D4' }).click();
  await expect(dialog.getByRole('button', { name: 'Add Grace D4' })).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Close' }).click();
  await actOn(ada, 'xylophone', 'Reply');
  await write(ada, 'As I said.');

  await openRoom(grace, 'from now on');
  await expect(message(grace, 'As I said.')).toContainText('An earlier message');
  await expect(grace.getByRole('heading', { name: 'Earlier messages aren’t shown' })).toBeVisible();
  await expect(messages(grace)).toHaveCount(1);
  await grace.getByRole('button', { name: 'Pinned messages' }).click();
  await expect(grace.getByText('No pinned messages.')).toBeVisible();
  await grace.getByRole('searchbox', { name: 'Search' }).fill('xylophone');
  const found = grace.getByRole('region', { name: 'Search results' });
  await expect(found.getByText('No messages found in your rooms.')).toBeVisible();

  // Changes to messages she may not see are hidden from her, and do not hide later events.
  await messages(ada).first().focus();
  await messages(ada).first().getByRole('button', { name: 'React' }).click();
  await ada.getByRole('searchbox', { name: 'Search emoji' }).fill('tada');
  await ada.keyboard.press('Enter');
  await expect(messages(ada).first().getByRole('button', { name: '🎉, 1: Ada D4' })).toBeVisible();
  await write(ada, 'And now we go on.');
  await expect(message(grace, 'And now we go on.')).toBeVisible();
  await expect(message(grace, 'xylophone')).toHaveCount(0);
});
