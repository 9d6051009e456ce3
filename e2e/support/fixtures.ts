import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { ComposedProduct } from './composed-product';
import { Product } from './product';
import { ApiClient } from './api-client';
import { TrustingBrowser } from './trusting-browser';

/** What every arrangement of the product can do. */
interface RunningProduct {
  readonly url: string;
  firstAdminLink(): Promise<string>;
  /** What no healthy run says. */
  reportedErrors(): readonly string[] | Promise<readonly string[]>;
  end(): Promise<void>;
}

/** A product that stands, with an admin in it who hands out invites. */
export interface TestProduct<P extends RunningProduct = Product> {
  readonly product: P;
  readonly admin: ApiClient;
  /** A link for one newcomer, or for `maxUses`. */
  readonly invite: (maxUses?: number) => Promise<string>;
}

interface PerWorker {
  /** As `npm start` runs it. Shared by the tests of a worker: make your own people and rooms in it, and kill nothing. */
  readonly home: TestProduct;
  /**
   * Like `home`, with `anotherGateway`. Apart from it, because diagnostics knows one process of each name, and takes a second
   * one for a restart.
   */
  readonly doubled: TestProduct;
  /** The address of one more gateway of `doubled`, a process of its own. Shared as `doubled` is. */
  readonly anotherGateway: string;
  /** In containers, with a relay. Shared by the tests of a worker: restart what you like, and leave it healthy. */
  readonly composed: TestProduct<ComposedProduct>;
  /** A browser in which the certificate authority of `composed` is installed. */
  readonly trusting: TrustingBrowser;
}

interface PerTest {
  /** Every service a process, fresh for the test, to kill and to restart. */
  readonly split: TestProduct;
  /** Opens a browser of its own (cookies, cache, storage) for one more person. */
  readonly newPerson: (options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
  /** The same for one who comes to `composed`. */
  readonly newVisitor: () => Promise<Page>;
}

async function settle<P extends RunningProduct>(product: P): Promise<TestProduct<P>> {
  const admin = await ApiClient.join(await product.firstAdminLink(), 'admin', 'Admin');
  return { product, admin, invite: (maxUses) => admin.inviteLink(maxUses) };
}

/** Hands a settled product to `use`, ends it afterwards, and fails when it complained meanwhile. */
export async function withProduct<P extends RunningProduct>(
  product: P,
  use: (testProduct: TestProduct<P>) => Promise<void>,
): Promise<void> {
  let reportedErrors: readonly string[] = [];
  try {
    const testProduct = await settle(product);
    await use(testProduct);
    testProduct.admin.close();
    reportedErrors = await product.reportedErrors();
  } finally {
    await product.end();
  }
  if (reportedErrors.length > 0) throw new Error(`The product reported errors:\n${reportedErrors.slice(0, 20).join('\n')}`);
}

/** Gives every page a browser of its own, and closes them all afterwards. */
async function withContexts(browser: Browser, use: (open: PerTest['newPerson']) => Promise<void>): Promise<void> {
  const contexts: BrowserContext[] = [];
  await use(async (options) => {
    // Nothing moves that nobody looks at; where movement is the matter, the test asks for it.
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    contexts.push(context);
    return context.newPage();
  });
  await Promise.all(contexts.map((context) => context.close()));
}

export const test = base.extend<PerTest, PerWorker>({
  home: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs from this pattern.
    async ({}, use) => withProduct(await Product.home(), use),
    { scope: 'worker', timeout: 120_000 },
  ],

  doubled: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => withProduct(await Product.home(), use),
    { scope: 'worker', timeout: 120_000 },
  ],

  anotherGateway: [async ({ doubled }, use) => use(await doubled.product.anotherGateway()), { scope: 'worker' }],

  composed: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use) => withProduct(await ComposedProduct.up(), use),
    { scope: 'worker', timeout: 900_000 },
  ],

  trusting: [
    async ({ composed, launchOptions }, use) => {
      await using browser = await TrustingBrowser.open(await composed.product.authority(), launchOptions);
      await use(browser);
    },
    { scope: 'worker' },
  ],

  split: [
    // eslint-disable-next-line no-empty-pattern -- as above
    async ({}, use, testInfo) => {
      const product = await Product.split();
      await withProduct(product, use);
      if (testInfo.status !== testInfo.expectedStatus) {
        await testInfo.attach('product.log', { body: product.log(500), contentType: 'text/plain' });
      }
    },
    { timeout: 120_000 },
  ],

  newPerson: ({ browser }, use) => withContexts(browser, use),
  newVisitor: ({ trusting }, use) => withContexts(trusting.browser, use),
});

export { expect } from '@playwright/test';
