import { expect, type Locator, type Page } from '@playwright/test';
import type { Place } from './fixtures';

/** What people do on the pages, by the names that assistive technology hears. */

/** Opens an invite link and stands in the lobby. */
export async function joinByInvite(page: Page, link: string, handle: string, displayName: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Handle', exact: true }).fill(handle);
  await page.getByRole('textbox', { name: 'Display name', exact: true }).fill(displayName);
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await expectInRoom(page, 'lobby');
}

/** A browser in which the place's admin is signed in. */
export async function asAdmin(page: Page, { admin, product }: Place): Promise<Page> {
  const [name = '', value = ''] = admin.cookie.split('=');
  await page.context().addCookies([{ name, value, url: product.url }]);
  await page.goto(product.url);
  return page;
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
 * pointed at loses them when a new message moves it away from under the pointer.
 */
export async function actOn(page: Page, text: string, action: string): Promise<void> {
  const shown = message(page, text).last();
  await shown.focus();
  await shown.getByRole('toolbar', { name: 'Message actions' }).getByRole('button', { name: action }).click();
}
