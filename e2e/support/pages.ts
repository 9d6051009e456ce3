import { messagingCommands } from '@devchitchat/contracts';
import { expect, type Locator, type Page } from '@playwright/test';
import type { TestProduct } from './fixtures';
import { redeem, ApiClient } from './api-client';

/** User actions on the pages, found by accessible names. */

/** Opens an invite link, fills in the form and waits for the lobby. */
export async function joinOnThePage(page: Page, link: string, handle: string, displayName: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Handle', exact: true }).fill(handle);
  await page.getByRole('textbox', { name: 'Display name', exact: true }).fill(displayName);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expectInRoom(page, 'lobby');
}

/** Signs a page in as the product's admin. */
export async function asAdmin(page: Page, { admin, product }: TestProduct): Promise<Page> {
  await signIn(page, product.url, admin.cookie);
  await page.goto(product.url);
  return page;
}

/**
 * Creates an account through the API and opens the lobby. Tests of the invite page, and of addresses that only the
 * browser resolves or trusts, use `joinOnThePage`.
 */
export async function joinByInvite(page: Page, link: string, handle: string, displayName: string): Promise<void> {
  if (!link.startsWith('http://127.0.0.1:')) return joinOnThePage(page, link, handle, displayName);
  const { origin, cookie } = await redeem(link, handle, displayName);
  await signIn(page, origin, cookie);
  await page.goto(origin);
  await expectInRoom(page, 'lobby');
}

/** Adds an existing session cookie to the page's browser context. */
export async function signIn(page: Page, url: string, cookie: string): Promise<void> {
  const at = cookie.indexOf('=');
  await page.context().addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }]);
}

/** Opens two pages in a new public room that the first person owns. */
export async function twoIn(
  room: string,
  { product, invite }: TestProduct,
  newPerson: () => Promise<Page>,
): Promise<[Page, Page]> {
  const [link, handle] = [await invite(2), room.replaceAll(' ', '-')];
  const ada = await ApiClient.join(link, `${handle}-ada`, 'Ada');
  const grace = await ApiClient.join(link, `${handle}-grace`, 'Grace');
  const { roomId } = (await ada.must(messagingCommands.roomCreate, { name: room, kind: 'public' })).room;
  await grace.must(messagingCommands.roomJoin, { roomId });
  const open = async ({ cookie }: ApiClient): Promise<Page> => {
    const page = await newPerson();
    await signIn(page, product.url, cookie);
    await page.goto(`${product.url}/#/room/${roomId}`);
    await expectInRoom(page, room);
    return page;
  };
  for (const client of [ada, grace]) client.close();
  return [await open(ada), await open(grace)];
}

export async function expectInRoom(page: Page, name: string): Promise<void> {
  await expect(page.getByRole('heading', { name, exact: true, level: 1 })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeVisible();
}

/** The link to a room in the sidebar. */
export const roomLink = (page: Page, name: string): Locator =>
  page.getByRole('navigation', { name: 'Rooms' }).getByRole('link', { name, exact: true });

export async function openRoom(page: Page, name: string): Promise<void> {
  await roomLink(page, name).click();
  await expectInRoom(page, name);
}

export async function createRoom(page: Page, name: string, kind: 'public' | 'private' = 'public'): Promise<void> {
  await page.getByRole('button', { name: 'New room' }).click();
  const dialog = page.getByRole('dialog', { name: 'New room' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  if (kind === 'private') await dialog.getByRole('checkbox', { name: 'Private' }).check();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expectInRoom(page, name);
}

/** Chooses an entry of the open room's menu. */
export async function roomMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Room menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Changes a setting of the open room, in the dialog that its menu opens. */
export async function setRoom(page: Page, setting: string, choice: string): Promise<void> {
  await roomMenu(page, 'Edit room');
  const dialog = page.getByRole('dialog', { name: 'Edit room' });
  await dialog.getByRole('combobox', { name: setting }).selectOption(choice);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Chooses an entry of a member's menu in the open room. */
export async function memberMenu(page: Page, name: string, entry: string): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Members' });
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Members' }).click();
  await panel.getByRole('button', { name: `Actions for ${name}` }).click();
  await panel.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** Closes the open dialog and waits until it is gone, because it takes keyboard input until then. */
export async function escapeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

export async function joinPublicRoom(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Browse rooms' }).click();
  const directory = page.getByRole('dialog', { name: 'Browse rooms' });
  await directory.getByRole('textbox', { name: 'Search rooms' }).fill(name);
  await directory.getByRole('button', { name: `Join ${name}`, exact: true }).click();
  await expectInRoom(page, name);
}

/** Types a message and presses Enter. Does not wait for its arrival; `message` does. */
export async function write(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill(text);
  await composer.press('Enter');
}

export const messages = (page: Page): Locator => page.getByRole('log', { name: 'Messages' }).getByRole('article');

export const message = (page: Page, text: string): Locator => messages(page).filter({ hasText: text });

/**
 * Focuses a message and presses one of its buttons. By keyboard, because hover buttons vanish when a new message moves
 * the message from under the pointer. Tries again when an acknowledgement re-renders the message and takes its focus.
 */
export async function actOn(page: Page, text: string, action: string): Promise<void> {
  const shown = message(page, text).last();
  const button = shown.getByRole('toolbar', { name: 'Message actions' }).getByRole('button', { name: action });
  await expect(async () => {
    await shown.focus();
    await button.click({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

/** The place of a visible element on the page. */
export async function boxOf(element: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await element.boundingBox();
  if (!box) throw new Error('The element is not visible.');
  return box;
}

/** Resolves after the page's next paint. */
export const nextFrame = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
