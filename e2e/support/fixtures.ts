import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { Product } from './product';
import { Talker } from './talker';

/** A product that stands, with an admin in it who hands out invites. */
export interface Place {
  readonly product: Product;
  readonly admin: Talker;
  /** A link for one newcomer, or for `maxUses`. */
  readonly invite: (maxUses?: number) => Promise<string>;
}

interface PerWorker {
  /** As `npm start` runs it. Shared by the tests of a worker: make your own people and rooms in it, and kill nothing. */
  readonly home: Place;
}

interface PerTest {
  /** Every service a process, fresh for the test, to kill and to restart. */
  readonly split: Place;
  /** Opens a browser of its own (cookies, cache, storage) for one more person. */
  readonly newPerson: (options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
}

async function settle(product: Product): Promise<Place> {
  const admin = await Talker.join(await product.firstAdminLink(), 'admin', 'Admin');
  return { product, admin, invite: (maxUses) => admin.inviteLink(maxUses) };
}

/** Hands a settled product to `use`, ends it afterwards, and fails when it complained meanwhile. */
export async function whileItStands(product: Product, use: (place: Place) => Promise<void>): Promise<void> {
  try {
    const place = await settle(product);
    await use(place);
    place.admin.close();
  } finally {
    await product.end();
  }
  const complaints = product.complaints();
  if (complaints.length > 0) throw new Error(`The product complained:\n${complaints.slice(0, 20).join('\n')}`);
}

export const test = base.extend<PerTest, PerWorker>({
  home: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
    async ({}, use) => whileItStands(await Product.home(), use),
    { scope: 'worker', timeout: 60_000 },
  ],

  split: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use, testInfo) => {
      const product = await Product.split();
      await whileItStands(product, use);
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('product.log', { body: product.log(500), contentType: 'text/plain' });
      }
    },
    { timeout: 60_000 },
  ],

  newPerson: async ({ browser }, use) => {
    const contexts: BrowserContext[] = [];
    await use(async (options) => {
      const context = await browser.newContext(options);
      contexts.push(context);
      return context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
  },
});

export { expect } from '@playwright/test';
