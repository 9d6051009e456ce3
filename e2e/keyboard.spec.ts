import { messagingCommands } from '@devchitchat/contracts';
import type { Locator, Page } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { ApiClient } from './support/api-client';
import { expect, test } from './support/fixtures';
import {
  createRoom,
  expectInRoom,
  joinByInvite,
  joinPublicRoom,
  message,
  messages,
  roomLink,
  signIn,
  write,
} from './support/pages';

/** Presses Tab, or Shift+Tab to go back, until the wanted element has the focus. Returns how often. */
async function pressesTo(page: Page, sought: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<number> {
  for (let presses = 1; presses <= 40; presses += 1) {
    await page.keyboard.press(key);
    if ((await sought.and(page.locator(':focus')).count()) > 0) return presses;
  }
  await expect(sought).toBeFocused();
  return Infinity;
}

test('the web app is usable by keyboard alone, from the invite to the settings', async ({ home, newPerson }) => {
  const page = await newPerson();
  const { keyboard } = page;
  await page.goto(await home.invite());
  await expect(page.getByRole('textbox', { name: 'Handle', exact: true })).toBeFocused();
  await keyboard.type('keys');
  await keyboard.press('Tab');
  await keyboard.type('Kay Keys');
  await keyboard.press('Enter');
  await expectInRoom(page, 'lobby');

  // Create a room from the palette.
  await keyboard.press('ControlOrMeta+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette.getByRole('combobox', { name: 'Room or action' })).toBeFocused();
  await keyboard.type('new ro');
  await expect(palette.getByRole('option').first()).toHaveText(/New room/);
  await expect(palette.getByRole('option', { selected: true })).toHaveCount(1);
  await keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: 'New room' }).getByRole('textbox', { name: 'Name' })).toBeFocused();
  await keyboard.type('by keys');
  await keyboard.press('Enter');
  await expectInRoom(page, 'by keys');

  // Write, reply, react and edit.
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeFocused();
  await keyboard.type('the first of them');
  await keyboard.press('Enter');
  await expect(message(page, 'the first of them')).not.toHaveClass(/pending/);
  await keyboard.type('the second of them');
  await keyboard.press('Enter');
  await expect(message(page, 'the second of them')).not.toHaveClass(/pending/);
  await pressesTo(page, messages(page).last(), 'Shift+Tab');
  await keyboard.press('ArrowUp');
  await expect(message(page, 'the first of them')).toBeFocused();
  await keyboard.press('r');
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeFocused();
  await keyboard.type('an answer');
  await keyboard.press('Enter');
  await expect(message(page, 'an answer').getByText('In reply to')).toBeAttached();
  await expect(message(page, 'an answer')).not.toHaveClass(/pending/);
  await pressesTo(page, messages(page).last(), 'Shift+Tab');
  await keyboard.press('+');
  await expect(page.getByRole('searchbox', { name: 'Search emoji' })).toBeFocused();
  await keyboard.type('thumbs up');
  await keyboard.press('Enter');
  await expect(messages(page).last().getByRole('group', { name: 'Reactions' })).toBeVisible();
  await expect(messages(page).last()).toBeFocused();
  await keyboard.press('e');
  await expect(page.getByRole('textbox', { name: 'Edited message' })).toBeFocused();
  await keyboard.type(', mended');
  await keyboard.press('Enter');
  await expect(message(page, 'an answer, mended')).toBeVisible();

  // Search, and return to the composer.
  await keyboard.press('ControlOrMeta+f');
  await expect(page.getByRole('searchbox', { name: 'Search' })).toBeFocused();
  await keyboard.type('second');
  await keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Search results' }).getByRole('link')).toHaveCount(1);
  await keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'Search results' })).toHaveCount(0);
  await keyboard.press('Escape');
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeFocused();

  // Switch rooms, and open the settings.
  await keyboard.press('Alt+ArrowDown');
  await expectInRoom(page, 'lobby');
  await keyboard.press('Alt+ArrowUp');
  await expectInRoom(page, 'by keys');
  await keyboard.press('ControlOrMeta+k');
  await expect(palette).toBeVisible();
  await keyboard.type('settings');
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await pressesTo(page, page.getByRole('textbox', { name: 'Display name' }));
  await keyboard.press('ControlOrMeta+a');
  await keyboard.type('Kay of the Keys');
  await keyboard.press('Enter');
  await expect(page.getByText('Saved.')).toBeVisible();
});

test('a long room takes few presses of Tab: one for its messages, and every room action is near', async ({
  home,
  newPerson,
}) => {
  const page = await newPerson();
  const { keyboard } = page;
  const [reader, writer] = [
    await ApiClient.join(await home.invite(), 'tab-reader', 'Tab Reader'),
    await ApiClient.join(await home.invite(), 'tab-writer', 'Tab Writer'),
  ];
  const { roomId } = (await reader.must(messagingCommands.roomCreate, { name: 'tab stops', kind: 'public' })).room;
  await writer.must(messagingCommands.roomJoin, { roomId });
  for (let seq = 1; seq <= 200; seq += 1) {
    const author = seq % 3 === 0 ? reader : writer;
    const text = `number ${String(seq)} https://one.example https://two.example ||hidden|| @tab-reader`;
    const replyTo = seq % 5 === 0 ? { replyTo: seq - 1 } : {};
    const { msgId } = await author.must(messagingCommands.msgSend, {
      roomId,
      clientMsgId: randomUUID(),
      text,
      ...replyTo,
    });
    if (seq % 4 === 0) await author.must(messagingCommands.msgReact, { roomId, msgId, emoji: '👍' });
  }
  await signIn(page, home.product.url, reader.cookie);
  for (const client of [reader, writer]) client.close();
  await page.goto(`${home.product.url}/#/room/${roomId}`);
  await expectInRoom(page, 'tab stops');
  await expect(message(page, 'number 200 ')).toBeVisible();
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.focus();

  // The last message opens a group: its author comes after it.
  await keyboard.press('Shift+Tab');
  await expect(messages(page).last()).toBeFocused();
  await keyboard.press('ArrowUp');
  await expect(messages(page).nth(-2)).toBeFocused();
  await keyboard.press('r');
  await expect(composer).toBeFocused();
  await keyboard.press('Escape');

  // Every room action, counted in real presses, back and forth.
  const header = page.getByRole('main').getByRole('button');
  for (const name of ['Room menu', 'Members', 'Pinned messages', 'Join call']) {
    await composer.focus();
    expect(
      await pressesTo(page, header.and(page.getByRole('button', { name, exact: true })), 'Shift+Tab'),
    ).toBeLessThanOrEqual(25);
    expect(await pressesTo(page, composer, 'Tab')).toBeLessThanOrEqual(25);
  }

  // The actions of a message, from it and back to it.
  await composer.focus();
  await keyboard.press('Shift+Tab');
  await keyboard.press('Enter');
  await expect(messages(page).last().getByRole('toolbar').getByRole('button').first()).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect(messages(page).last()).toBeFocused();
});

test('a sheet lists the shortcuts and restores the focus, and a link skips the list of rooms', async ({
  home,
  newPerson,
}) => {
  const page = await newPerson();
  await joinByInvite(page, await home.invite(), 'sheet', 'Sheet');
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.focus();
  await page.keyboard.press('ControlOrMeta+/');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByText('Next unread room')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
  await expect(composer).toBeFocused();
  await composer.fill('a question?');
  await expect(sheet).toHaveCount(0);

  await page.goto(`${home.product.url}/#/settings`);
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.keyboard.press('?');
  await expect(sheet).toBeVisible();
  await page.keyboard.press('Escape');

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Skip the list of rooms' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Change picture' })).toBeFocused();
});

test('one key opens the next unread room', async ({ home, newPerson }) => {
  const [page, other] = [await newPerson(), await newPerson()];
  await joinByInvite(page, await home.invite(), 'unread-reader', 'Reader');
  await joinByInvite(other, await home.invite(), 'unread-writer', 'Writer');
  for (const room of ['unread-a', 'unread-b', 'unread-c']) await createRoom(page, room);
  await joinPublicRoom(other, 'unread-b');
  await roomLink(page, 'lobby').click();
  await expectInRoom(page, 'lobby');
  await write(other, 'over here');
  await expect(roomLink(page, 'unread-b')).toHaveAccessibleDescription('1 unread');
  await page.keyboard.press('Alt+Shift+ArrowDown');
  await expectInRoom(page, 'unread-b');
  await expect(message(page, 'over here')).toBeVisible();
});

test('a menu opens by arrow keys, supports first letters and closes on Tab', async ({ home, newPerson }) => {
  const page = await newPerson();
  const { keyboard } = page;
  await joinByInvite(page, await home.invite(), 'menu-keys', 'Menu');
  const button = page.getByRole('button', { name: 'Room menu' });
  const item = page.getByRole('menuitem');
  await button.focus();
  await keyboard.press('ArrowDown');
  await expect(item.first()).toBeFocused();
  await keyboard.press('k');
  await expect(item.filter({ hasText: 'Keyboard shortcuts' })).toBeFocused();
  await keyboard.press('Tab');
  await expect(item).toHaveCount(0);
  await expect(button).not.toBeFocused();
  await button.focus();
  await keyboard.press('ArrowUp');
  await expect(item.last()).toBeFocused();
  await keyboard.press('Escape');
  await expect(button).toBeFocused();
});
