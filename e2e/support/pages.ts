import { messagingCommands } from '@devchitchat/contracts';
import { expect, type Locator, type Page } from '@playwright/test';
import type { TestProduct } from './fixtures';
import { redeem, ApiClient } from './api-client';

/** What people do on the pages, by the names that assistive technology hears. */

/** Opens an invite link, says who comes, and stands in the lobby. */
export async function joinOnThePage(page: Page, link: string, handle: string, displayName: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Handle', exact: true }).fill(handle);
  await page.getByRole('textbox', { name: 'Display name', exact: true }).fill(displayName);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expectInRoom(page, 'lobby');
}

/** A browser in which the place's admin is signed in. */
export async function asAdmin(page: Page, { admin, product }: TestProduct): Promise<Page> {
  await signIn(page, product.url, admin.cookie);
  await page.goto(product.url);
  return page;
}

/**
 * Stands in the lobby as somebody new. How a link leads there is the business of a few tests, which `joinOnThePage`; so are
 * addresses that only the browser knows or trusts.
 */
export async function joinByInvite(page: Page, link: string, handle: string, displayName: string): Promise<void> {
  if (!link.startsWith('http://127.0.0.1:')) return joinOnThePage(page, link, handle, displayName);
  const { origin, cookie } = await redeem(link, handle, displayName);
  await signIn(page, origin, cookie);
  await page.goto(origin);
  await expectInRoom(page, 'lobby');
}

/** Gives the browser of a page a session that is there already. */
export async function signIn(page: Page, url: string, cookie: string): Promise<void> {
  const at = cookie.indexOf('=');
  await page.context().addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url }]);
}

/** Two people in a public room of their own; the first one owns it. */
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

/** Chooses an entry of the menu of the room one is in. */
export async function roomMenu(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Room menu' }).click();
  await page.getByRole('menuitem', { name: entry }).click();
}

/** Chooses what to do with a member of the room that is open. */
export async function memberMenu(page: Page, name: string, entry: string): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Members' });
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Members' }).click();
  await panel.getByRole('button', { name: `Actions for ${name}` }).click();
  await panel.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** Closes the dialog that stands, and waits until it is gone: as long as it stands, it gets what is typed. */
export async function escapeDialog(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
}

export async function joinPublicRoom(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Browse rooms' }).click();
  await page.getByRole('button', { name: `Join ${name}`, exact: true }).click();
  await expectInRoom(page, name);
}

/** Writes and presses Enter. That it arrived is another matter: `message`. */
export async function write(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill(text);
  await composer.press('Enter');
}

export const messages = (page: Page): Locator => page.getByRole('log', { name: 'Messages' }).getByRole('article');

export const message = (page: Page, text: string): Locator => messages(page).filter({ hasText: text });

/**
 * Presses one of the buttons of a message, from the keyboard's side: a message in focus keeps its buttons, while one that is
 * pointed at loses them when a new message moves it away from under the pointer. One that has just been written may be shown
 * anew as it is acknowledged, and its focus with it: then again.
 */
export async function actOn(page: Page, text: string, action: string): Promise<void> {
  const shown = message(page, text).last();
  const button = shown.getByRole('toolbar', { name: 'Message actions' }).getByRole('button', { name: action });
  await expect(async () => {
    await shown.focus();
    await button.click({ timeout: 5_000 });
  }).toPass({ timeout: 60_000 });
}

/** Resolves when the page has been painted once more. */
export const nextFrame = (page: Page): Promise<unknown> =>
  page.evaluate('new Promise((resolve) => requestAnimationFrame(resolve))');
