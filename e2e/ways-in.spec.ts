import { chromium, expect, test, type Browser, type LaunchOptions, type Page } from '@playwright/test';
import { ApiClient } from './support/api-client';
import { forgedLeaf } from './support/forged-leaf';
import { freePort } from './support/free-port';
import { Friend } from './support/friend';
import { httpsProxy } from './support/https-proxy';
import { signIn } from './support/pages';
import { Product } from './support/product';
import { resolving, SecuredProduct } from './support/secured-product';

const linkField = (page: Page) => page.getByRole('dialog').getByRole('textbox', { name: 'Invite link' });

async function inviteOn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Invite people' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create link' }).click();
  return linkField(page).inputValue();
}

test.describe('a friend who was sent a link', () => {
  let options: LaunchOptions;
  let browser: Browser;
  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
  test.beforeAll(async ({}, { project }) => {
    options = resolving(project.use.launchOptions ?? {}, 'box.lan', 'chat.example.org');
    browser = await chromium.launch(options);
  });
  test.afterAll(() => browser.close());

  test('gets in by a link that was made on localhost, after its maker was told what to do', async () => {
    const product = await Product.home({ environment: { PUBLIC_URL: '' } });
    const admin = await ApiClient.join(await product.firstAdminLink(), 'ada', 'Ada');
    const page = await browser.newPage();
    await signIn(page, product.url, admin.cookie);
    await page.goto(product.url);
    expect(await inviteOn(page)).toMatch(`${product.url}/#/invite/`);
    const warning = page.getByRole('dialog').getByRole('status');
    await expect(warning).toContainText('This link opens only on this computer.');
    for (const way of ['HOST=0.0.0.0', 'TLS=local', 'PUBLIC_URL']) await expect(warning).toContainText(way);

    // The same computer under a name that the network knows.
    const known = `http://box.lan:${product.port}`;
    await signIn(page, known, admin.cookie);
    await page.goto(known);
    const link = await inviteOn(page);
    expect(link).toMatch(`${known}/#/invite/`);
    await expect(page.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('status')).toHaveCount(0);

    const friend = await Friend.arrive(await browser.newContext());
    await friend.page.goto(link);
    await friend.joinAndWrite('grace', 'Grace Hopper', 'Hello from the next room.');
    friend.expectItWasEasy();
    admin.close();
    await product.end();
    expect(product.reportedErrors()).toEqual([]);
  });

  test.describe('in a network with a certificate authority of its own, or behind a domain', () => {
    test.describe.configure({ mode: 'serial' });
    let secured: SecuredProduct;
    let product: Product;
    let trusting: Browser;
    let link: string;

    test.beforeAll(async () => {
      secured = await SecuredProduct.start(options, { TLS_NAMES: 'box.lan,chat.example.org' });
      ({ product, browser: trusting } = secured);
    });
    test.afterAll(() => secured.end());

    test('gets a link that was made on localhost with an address of the network, and is led through it', async () => {
      const ada = await (await trusting.newContext()).newPage();
      await ada.goto((await product.firstAdminLink()).replace('127.0.0.1', 'localhost'));
      // The device trusts the certificate already, so the plain page led on at once.
      await expect(ada).toHaveURL(new RegExp(`^https://localhost:${product.port}/#/invite/`));
      await ada.getByRole('textbox', { name: 'Handle', exact: true }).fill('ada');
      await ada.getByRole('textbox', { name: 'Display name', exact: true }).fill('Ada');
      await ada.getByRole('button', { name: 'Join', exact: true }).click();
      link = await inviteOn(ada);
      expect(link).toMatch(`http://box.lan:${secured.httpPort}/#/invite/`);

      const friend = await Friend.arrive(await trusting.newContext());
      await friend.page.goto(link);
      await friend.joinAndWrite('grace', 'Grace Hopper', 'Over a wire that nobody reads.');
      expect(new URL(friend.page.url()).origin).toBe(`https://box.lan:${product.port}`);
      friend.expectItWasEasy();
    });

    test('reads about the certificate first, and goes on without a click once the device trusts it', async () => {
      const innocent = await Friend.arrive(await browser.newContext());
      await innocent.page.goto(link);
      await expect(innocent.page.getByRole('link', { name: 'Download certificate' })).toBeVisible();
      await expect(innocent.page.getByRole('status')).toContainText('goes on by itself');
      const onward = innocent.page.getByRole('link', { name: 'Continue without it' });
      const secret = new URL(link).hash;
      await expect(onward).toHaveAttribute('href', `https://box.lan:${product.port}/${secret}`);
      await expect(innocent.page.getByText('your browser will warn')).toBeVisible();
      expect(innocent.brokenPages).toEqual([]);

      const page = await (await trusting.newContext()).newPage();
      await page.route('**/ca/trusted', (route) => route.abort());
      await page.goto(link);
      await expect(page.getByRole('link', { name: 'Download certificate' })).toBeVisible();
      await page.unroute('**/ca/trusted');
      await expect(page).toHaveURL(`https://box.lan:${product.port}/${secret}`);
    });

    test('gets a link with the domain, whatever page it was made on', async () => {
      const port = await freePort();
      const publicUrl = `https://chat.example.org:${port}`;
      const behind = await Product.home({ environment: { PUBLIC_URL: publicUrl, TRUST_PROXY: 'loopback' } });
      const proxy = await httpsProxy(
        await forgedLeaf(await secured.authority(), 'chat.example.org'),
        port,
        behind.port,
      );
      const first = await behind.firstAdminLink();
      expect(first).toMatch(`${publicUrl}/#/invite/`);
      const admin = await ApiClient.join(first.replace(publicUrl, behind.url), 'ada', 'Ada');
      const page = await trusting.newPage();
      await signIn(page, publicUrl, admin.cookie);
      await page.goto(publicUrl);
      const made = await inviteOn(page);
      expect(made).toMatch(`${publicUrl}/#/invite/`);

      const friend = await Friend.arrive(await trusting.newContext());
      await friend.page.goto(made);
      await friend.joinAndWrite('grace', 'Grace Hopper', 'From the other end of the world.');
      friend.expectItWasEasy();
      // A link that lost its # on the way still opens.
      await page.goto(made.replace('/#/', '/'));
      await expect(page).toHaveURL(made);
      admin.close();
      await proxy[Symbol.asyncDispose]();
      await behind.end();
      expect(behind.reportedErrors()).toEqual([]);
    });
  });
});
