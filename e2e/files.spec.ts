import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { actOn, joinByInvite, message, write } from './support/pages';

// The service worker opens the page offline, and must leave files alone.
test.use({ serviceWorkers: 'allow' });

/** Draws a picture of one colour in the page, and returns it as a PNG. */
async function png(page: Page, colour: string): Promise<Buffer> {
  const url = await page.evaluate<string>(`(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 200 });
    const context = canvas.getContext('2d');
    context.fillStyle = '${colour}';
    context.fillRect(0, 0, 320, 200);
    return canvas.toDataURL('image/png');
  })()`);
  return Buffer.from(url.split(',')[1] ?? '', 'base64');
}

/** Gives a file to the page in the way of a paste into the text field, or of a drop onto the room. */
async function hand(page: Page, how: 'paste' | 'drop', name: string, type: string, bytes: Buffer): Promise<void> {
  await page.evaluate(`(() => {
    const content = Uint8Array.from(atob('${bytes.toString('base64')}'), (character) => character.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([content], '${name}', { type: '${type}' }));
    const area = document.querySelector('dcc-composer textarea');
    const options = { bubbles: true, cancelable: true, clipboardData: data, dataTransfer: data };
    if ('${how}' === 'paste') area.dispatchEvent(new ClipboardEvent('paste', options));
    else for (const step of ['dragenter', 'dragover', 'drop']) area.dispatchEvent(new DragEvent(step, options));
  })()`);
}

const attachments = (page: Page) => page.getByRole('region', { name: 'Attachments' });

async function choose(page: Page, name: string, mimeType: string, buffer: Buffer): Promise<void> {
  const picker = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach' }).click();
  await (await picker).setFiles({ name, mimeType, buffer });
}

test('pictures and files reach the others, also after a time offline, and vanish with their message', async ({
  home,
  newPerson,
}) => {
  const [ada, grace] = [await newPerson(), await newPerson()];
  await joinByInvite(ada, await home.invite(), 'files-ada', 'Ada');
  await joinByInvite(grace, await home.invite(), 'files-grace', 'Grace');

  // Chosen, pasted and dropped.
  await choose(ada, 'red.png', 'image/png', await png(ada, 'red'));
  await hand(ada, 'paste', 'image.png', 'image/png', await png(ada, 'green'));
  await hand(ada, 'drop', 'notes.txt', 'text/plain', Buffer.from('one\ntwo\n'));
  await expect(attachments(ada).getByRole('listitem')).toHaveCount(3);
  await expect(attachments(ada)).toContainText(/screenshot \d{4}-\d\d-\d\d \d\d\.\d\d\.png/);
  await attachments(ada).getByRole('textbox', { name: 'Alternative text' }).first().fill('All red');
  await write(ada, 'my files');
  await expect(attachments(ada)).toHaveCount(0);

  const seen = message(grace, 'my files');
  const red = seen.getByRole('img', { name: 'All red' });
  await expect(red).toBeVisible();
  await expect(seen.getByRole('img', { name: /^(All red|screenshot)/ })).toHaveCount(2);
  await expect
    .poll(() => red.evaluate((picture) => (picture as { readonly naturalWidth?: number }).naturalWidth ?? 0))
    .toBeGreaterThan(0);

  const download = grace.waitForEvent('download');
  await seen.getByRole('link', { name: 'Download notes.txt' }).click();
  expect(await readFile(await (await download).path(), 'utf8')).toBe('one\ntwo\n');

  await red.click();
  const viewer = grace.getByRole('dialog', { name: 'Image viewer' });
  await expect(viewer.getByRole('img', { name: 'All red' })).toBeVisible();
  await grace.keyboard.press('ArrowRight');
  await expect(viewer.getByRole('img', { name: /screenshot/ })).toBeVisible();
  await grace.keyboard.press('Escape');
  await expect(viewer).toHaveCount(0);

  // The files go with their message.
  const url = (await red.getAttribute('src')) ?? '';
  const read = () => grace.evaluate<number>(`fetch('${url}').then(({ status }) => status)`);
  expect(await read()).toBe(200);
  await actOn(ada, 'my files', 'Delete');
  await ada.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(red).toHaveCount(0);
  await expect.poll(read).toBe(404);

  // Offline, and through a restart of the page.
  await ada.evaluate('navigator.serviceWorker.ready.then(() => true)');
  await ada.reload();
  await expect(ada.getByRole('textbox', { name: 'Message', exact: true })).toBeVisible();
  await ada.context().setOffline(true);
  await expect(ada.getByRole('status', { name: 'Connection' })).toContainText(/offline|reconnecting/i);
  await choose(ada, 'later.txt', 'text/plain', Buffer.from('written offline'));
  await write(ada, 'sent later');
  await expect(message(ada, 'sent later')).toContainText('Waiting for a connection.');
  await ada.reload();
  await expect(message(ada, 'sent later')).toContainText('later.txt');
  await ada.context().setOffline(false);
  const later = message(grace, 'sent later');
  await expect(later.getByRole('link', { name: 'Download later.txt' })).toBeVisible({ timeout: 30_000 });
  await expect(later).toHaveCount(1);
  await expect(message(ada, 'sent later').getByRole('link', { name: 'Download later.txt' })).toBeVisible();
});
