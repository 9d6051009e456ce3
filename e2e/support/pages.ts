import { expect, type Locator, type Page } from '@playwright/test';

/** What people do on the pages, by the names that assistive technology hears. */

/** Opens an invite link and stands in the lobby. */
export async function joinByInvite(page: Page, link: string, handle: string, displayName: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('textbox', { name: 'Handle' }).fill(handle);
  await page.getByRole('textbox', { name: 'Display name' }).fill(displayName);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByRole('heading', { name: 'lobby' })).toBeVisible();
}

export const rooms = (page: Page): Locator => page.getByRole('navigation', { name: 'Rooms' });

export async function openRoom(page: Page, name: string): Promise<void> {
  await rooms(page).getByRole('link', { name }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

export async function createRoom(page: Page, name: string, kind: 'public' | 'private' = 'public'): Promise<void> {
  await page.getByRole('button', { name: 'New room' }).click();
  const dialog = page.getByRole('dialog', { name: 'New room' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  if (kind === 'private') await dialog.getByRole('checkbox', { name: 'Private' }).check();
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByRole('heading', { name })).toBeVisible();
}

/** Writes and presses Enter. That it arrived is another matter: `message`. */
export async function write(page: Page, text: string): Promise<void> {
  const composer = page.getByRole('textbox', { name: 'Message' });
  await composer.fill(text);
  await composer.press('Enter');
}

export const messages = (page: Page): Locator => page.getByRole('log', { name: 'Messages' }).getByRole('article');

export const message = (page: Page, text: string): Locator => messages(page).filter({ hasText: text });
