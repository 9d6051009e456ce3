import { test as base, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { ComposedProduct } from './composed-product';
import { Product } from './product';
import { ApiClient } from './api-client';
import { TrustingBrowser } from './trusting-browser';

/** The interface that every layout of the product has. */
interface RunningProduct {
  readonly url: string;
  firstAdminLink(): Promise<string>;
  /** Lines that no healthy run contains. */
  reportedErrors(): readonly string[] | Promise<readonly string[]>;
  end(): Promise<void>;
}

/** A running product with a signed-in admin who creates invite links. */
export interface TestProduct<P extends RunningProduct = Product> {
  readonly product: P;
  readonly admin: ApiClient;
  /** Creates an invite link for `maxUses` people, by default one. */
  readonly invite: (maxUses?: number) => Promise<string>;
}

interface PerWorker {
  /**
   * The product as `npm start` runs it, shared by all tests of a worker. Create your own people and rooms; kill no
   * process.
   */
  readonly home: TestProduct;
  /**
   * Like `home`, but with `anotherGateway`. Separate from `home`, because diagnostics knows one process per name and
   * would count a second gateway as a restart.
   */
  readonly doubled: TestProduct;
  /** The address of a second gateway of `doubled`, in a process of its own. Shared like `doubled`. */
  readonly anotherGateway: string;
  /**
   * The product in containers with a relay, shared by all tests of a worker. Tests may restart containers, and must
   * leave all healthy.
   */
  readonly composed: TestProduct<ComposedProduct>;
  /** A browser that trusts the certificate authority of `composed`. */
  readonly trusting: TrustingBrowser;
}

interface PerTest {
  /** The product with one process per service, fresh for each test, which may kill and restart them. */
  readonly split: TestProduct;
  /** Opens a page in a browser context of its own (cookies, cache, storage) for one more person. */
  readonly newPerson: (options?: Parameters<Browser['newContext']>[0]) => Promise<Page>;
  /** Opens a page of `composed` in a context of its own. */
  readonly newVisitor: () => Promise<Page>;
}

async function settle<P extends RunningProduct>(product: P): Promise<TestProduct<P>> {
  const admin = await ApiClient.join(await product.firstAdminLink(), 'admin', 'Admin');
  return { product, admin, invite: (maxUses) => admin.inviteLink(maxUses) };
}

/** Runs `use` with a product that has an admin, ends the product afterwards, and fails if it reported errors. */
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
  if (reportedErrors.length > 0)
    throw new Error(`The product reported errors:\n${reportedErrors.slice(0, 20).join('\n')}`);
}

/** Milliseconds by which code that a page loads only when it needs it comes late: finds tests that do not wait for it. */
const lateCode = Number(process.env['E2E_LATE_CODE'] ?? 0);

async function delayCode(context: BrowserContext): Promise<void> {
  await context.route(/\/chunk-[^/]+\.js$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, lateCode));
    // The page may be closed by now.
    await route.continue().catch(() => undefined);
  });
}

/** Creates each page in a browser context of its own and closes them all afterwards. */
async function withContexts(browser: Browser, use: (open: PerTest['newPerson']) => Promise<void>): Promise<void> {
  const contexts: BrowserContext[] = [];
  await use(async (options) => {
    // No animations, except in tests that ask for them.
    const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
    contexts.push(context);
    if (lateCode > 0) await delayCode(context);
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
