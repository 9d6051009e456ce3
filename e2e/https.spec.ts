import { chromium, expect, test, type Browser } from '@playwright/test';
import { once } from 'node:events';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { forgedLeaf } from './support/forged-leaf';
import { joinOnThePage, message, write } from './support/pages';
import type { Product } from './support/product';
import { resolving, SecuredProduct } from './support/secured-product';

test.describe('HTTPS with a certificate authority of its own', () => {
  test.describe.configure({ mode: 'serial' });

  let secured: SecuredProduct;
  let product: Product;
  let trusting: Browser;
  let innocent: Browser;

  // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
  test.beforeAll(async ({}, { project }) => {
    const options = resolving(project.use.launchOptions ?? {}, 'box.lan', 'bank.example');
    secured = await SecuredProduct.start(options);
    ({ product, browser: trusting } = secured);
    innocent = await chromium.launch(options);
  });

  test.afterAll(async () => {
    await innocent.close();
    await secured.end();
  });

  test('is refused by browsers until the certificate is installed, which the HTTP port explains', async () => {
    // In a separate tab: the browser's error page arrives late and would abort the next navigation.
    const refused = await innocent.newPage();
    await expect(refused.goto(product.url)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
    await refused.close();
    const page = await innocent.newPage();

    await page.goto(`http://127.0.0.1:${secured.httpPort}/ca`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(page.getByRole('link', { name: 'Continue without it' })).toHaveAttribute('href', `${product.url}/`);
    await expect(page.getByText('chrome://certificate-manager')).toBeVisible();
    const downloading = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download certificate' }).click();
    expect((await downloading).suggestedFilename()).toBe('ca.crt');
    await page.close();
  });

  test('lets two people talk, with a microphone and a cookie that only this server receives', async () => {
    const ada = await (await trusting.newContext()).newPage();
    await joinOnThePage(ada, await product.firstAdminLink(), 'ada', 'Ada Lovelace');
    await write(ada, 'Over a wire that nobody reads.');
    await expect(message(ada, 'Over a wire that nobody reads.')).toHaveCount(1);

    // Browsers allow the microphone only in secure contexts.
    expect(await ada.evaluate('isSecureContext')).toBe(true);
    const microphone = 'navigator.mediaDevices.getUserMedia({ audio: true }).then((stream) => stream.active)';
    expect(await ada.evaluate(microphone)).toBe(true);
    const [cookie, ...more] = await ada.context().cookies();
    expect(cookie).toMatchObject({ name: '__Host-devchitchat_session', secure: true, httpOnly: true, path: '/' });
    expect(more).toEqual([]);

    await ada.getByRole('button', { name: 'Invite people' }).click();
    await ada.getByRole('button', { name: 'Create link' }).click();
    const link = await ada.getByRole('textbox', { name: 'Invite link' }).inputValue();
    expect(link).toMatch(new RegExp(`^http://[^/]+:${secured.httpPort}/#/invite/`));
    const grace = await (await trusting.newContext()).newPage();
    await joinOnThePage(grace, link, 'grace', 'Grace Hopper');
    await expect(message(grace, 'Over a wire that nobody reads.')).toBeVisible();

    // The service worker, which answers for all pages of the app, ignores this one.
    await grace.goto(`${product.url}/ca`);
    await expect(grace.getByRole('link', { name: 'Download certificate' })).toBeVisible();
  });

  test('is reachable under other names in the network', async () => {
    const page = await trusting.newPage();
    await page.goto(`http://box.lan:${secured.httpPort}/`);
    await expect(page).toHaveURL(new RegExp(`^https://box\\.lan:${product.port}/`));
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await page.close();
  });

  test('keeps its certificate authority across restarts', async () => {
    await product.restart('home', 'SIGTERM');
    await product.healthy();
    const page = await trusting.newPage();
    await page.goto(`https://box.lan:${product.port}/`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await page.close();
  });

  test('gives a thief of the authority key no power over other sites', async () => {
    const page = await trusting.newPage();
    for (const [name, isOpened] of [
      ['box.lan', true],
      ['bank.example', false],
    ] as const) {
      const server = createServer(await forgedLeaf(await secured.authority(), name), (_request, response) => {
        response.end('your bank');
      });
      server.listen(0, '127.0.0.1');
      await once(server, 'listening');
      const { port } = server.address() as AddressInfo;
      const opening = page.goto(`https://${name}:${port}/`);
      if (isOpened) await opening;
      else await expect(opening).rejects.toThrow('ERR_CERT_INVALID');
      server.closeAllConnections();
      server.close();
    }
    await page.close();
  });
});
