import { createHash } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expectAccessible } from './support/axe';
import { expect, test, withProduct } from './support/fixtures';
import { boxOf, createRoom, expectInRoom, joinByInvite, message, openRoom, write } from './support/pages';
import { Product } from './support/product';

test.use({ serviceWorkers: 'allow' });

test('an open page offers the new version after a server update and keeps drafts', async ({ newPerson }) => {
  const pages = await mkdtemp(join(tmpdir(), 'devchitchat-pages-'));
  try {
    await cp('dist/apps/web/browser', pages, { recursive: true });
    await withProduct(await Product.home({ environment: { WEB_DIR: pages } }), async ({ product, invite }) => {
      const ada = await newPerson();
      await joinByInvite(ada, await invite(), 'ada', 'Ada');
      await createRoom(ada, 'long open');
      await ada.evaluate('navigator.serviceWorker.ready.then(() => true)');
      await ada.reload();
      await expectInRoom(ada, 'long open');
      const composer = ada.getByRole('textbox', { name: 'Message', exact: true });
      await composer.fill('half a sentence');
      await openRoom(ada, 'lobby');

      await makeAnotherVersion(pages);
      await product.restart('home');
      const notice = ada.getByRole('status', { name: 'New version' });
      await expect(notice).toBeVisible({ timeout: 60_000 });
      await expectAccessible(ada, 'notice of a new version');
      // It covers no heading of the pages before sign-in.
      const stranger = await newPerson({ viewport: { width: 390, height: 844 } });
      await stranger.goto(`${product.url}/#/sign-in`);
      const heading = await boxOf(stranger.getByRole('heading', { level: 1 }));
      const notices = await boxOf(stranger.locator('dcc-root > .notices'));
      expect(notices.y).toBeGreaterThan(heading.y + heading.height);
      await Promise.all([ada.waitForEvent('load'), notice.getByRole('button', { name: 'Reload' }).click()]);
      await expectInRoom(ada, 'lobby');
      expect(await ada.evaluate<string>('document.documentElement.dataset.version')).toBe('another');
      await expect(notice).toHaveCount(0);
      await openRoom(ada, 'long open');
      await expect(composer).toHaveValue('half a sentence');
      await composer.press('Enter');
      await expect(message(ada, 'half a sentence')).toBeVisible();
      await write(ada, 'and the rest of it');
      await expect(message(ada, 'and the rest of it')).toBeVisible();
    });
  } finally {
    await rm(pages, { recursive: true, force: true });
  }
});

/** A copy of the pages with another index page, as a build of the next version would have. */
async function makeAnotherVersion(pages: string): Promise<void> {
  const write = async (name: string, text: string) => {
    await writeFile(join(pages, name), text);
    for (const packed of ['br', 'gz']) await rm(join(pages, `${name}.${packed}`), { force: true });
  };
  const index = await readFile(join(pages, 'index.html'), 'utf8');
  const another = index.replace('<html ', '<html data-version="another" ');
  await write('index.html', another);
  const worker = JSON.parse(await readFile(join(pages, 'ngsw.json'), 'utf8')) as {
    timestamp: number;
    hashTable: Record<string, string>;
  };
  worker.timestamp += 1;
  worker.hashTable['/index.html'] = createHash('sha1').update(another).digest('hex');
  await write('ngsw.json', JSON.stringify(worker));
}
