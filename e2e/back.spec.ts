import { messagingCommands as messaging } from '@devchitchat/contracts';
import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import { ApiClient } from './support/api-client';
import { expect, test, type TestProduct } from './support/fixtures';
import { expectInRoom, message, roomLink, signIn } from './support/pages';

/** A room on a phone, entered from the list of rooms. */
async function roomOnAPhone(
  { product, invite }: TestProduct,
  newPerson: (options: object) => Promise<Page>,
  name: string,
): Promise<Page> {
  const ada = await ApiClient.join(await invite(), name);
  const { roomId } = (await ada.must(messaging.roomCreate, { name, kind: 'public' })).room;
  await ada.must(messaging.msgSend, { roomId, clientMsgId: randomUUID(), text: 'The only word' });
  ada.close();
  const page = await newPerson({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await signIn(page, product.url, ada.cookie);
  await page.goto(product.url);
  await expectInRoom(page, 'lobby');
  await page.getByRole('link', { name: 'Back to rooms' }).click();
  await roomLink(page, name).click();
  await expectInRoom(page, name);
  return page;
}

/** Not `page.goBack`, which waits for a navigation that does not happen. */
const back = (page: Page) => page.evaluate('history.back()');

test('on a phone, Back closes what covers the room, and then leaves the room', async ({ home, newPerson }) => {
  const name = 'way-back';
  const page = await roomOnAPhone(home, newPerson, name);
  const button = (label: string) => page.getByRole('button', { name: label, exact: true });
  const closes = async (what: Locator) => {
    await expect(what).toBeVisible();
    await back(page);
    await expect(what).toBeHidden();
    await expectInRoom(page, name);
  };

  await button('Members').click();
  await closes(page.getByRole('complementary', { name: 'Members' }));
  await button('Pinned messages').click();
  await closes(page.getByRole('complementary', { name: 'Pinned messages' }));
  await button('Room menu').click();
  await closes(page.getByRole('menu', { name: 'Room menu' }));
  await message(page, 'The only word').tap();
  await closes(page.getByRole('dialog', { name: 'Message actions' }));

  await button('Room menu').click();
  await page.getByRole('menuitem', { name: 'Edit room' }).click();
  await closes(page.getByRole('dialog', { name: 'Edit room' }));

  await back(page);
  await expect(button('New room')).toBeVisible();
  // The history is as it was: the room comes next again.
  await page.evaluate('history.forward()');
  await expectInRoom(page, name);
});

test('a dialog over a panel closes before the panel', async ({ home, newPerson }) => {
  const page = await roomOnAPhone(home, newPerson, 'two-covers');
  await page.getByRole('button', { name: 'Members', exact: true }).click();
  const panel = page.getByRole('complementary', { name: 'Members' });
  await expect(panel).toBeVisible();
  await page.keyboard.press('Control+k');
  const palette = page.getByRole('dialog', { name: 'Command palette' });
  await expect(palette).toBeVisible();
  await back(page);
  await expect(palette).toBeHidden();
  await expect(panel).toBeVisible();
  await back(page);
  await expect(panel).toBeHidden();
  await expectInRoom(page, 'two-covers');
});

test('an address that the user types is followed although a dialog is open', async ({ home, newPerson }) => {
  const page = await roomOnAPhone(home, newPerson, 'typed-address');
  await page.getByRole('button', { name: 'Members', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Members' })).toBeVisible();
  await page.goto(`${home.product.url}/#/settings`);
  await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
});
