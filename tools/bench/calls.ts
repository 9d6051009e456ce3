import { chromium, type Browser, type Page } from '@playwright/test';
import { messagingCommands, type RoomId } from '@devchitchat/contracts';
import { makeUpMedia } from '../../e2e/support/made-up-media';
import { Product } from '../../e2e/support/product';
import { ApiClient } from '../../e2e/support/api-client';
import playwright from '../../playwright.config';
import { percentile } from './statistics';

/** One tone in hertz per caller, to tell who is audible. */
const tones = [440, 1_030, 1_700, 2_590] as const;
const room = 'bench';
/** Timeout in milliseconds for hearing all others. */
const hearTimeoutMs = 30_000;

export interface Joining {
  readonly people: number;
  readonly rounds: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly worstMs: number;
}

/**
 * Measures the time from the click on "Join call" until all others are audible, by the spectrum of the page's audio
 * output. Three people are in the call and a fourth joins. All four browsers run on the server's machine.
 */
export async function measureJoining(rounds: number): Promise<Joining> {
  const product = await Product.home({ environment: { LOG_LEVEL: 'warn' } });
  const browser = await chromium.launch(playwright.use?.launchOptions);
  try {
    const pages = await arrive(product, browser);
    for (const page of pages) await join(page);
    const times: number[] = [];
    // The first round also loads the code of calls, so it does not count.
    for (let round = -1; round < rounds; round++) {
      const at = (round + tones.length) % tones.length;
      const page = pages[at]!;
      await page.getByRole('button', { name: 'Leave call', exact: true }).click();
      await page.waitForTimeout(500);
      await join(page);
      const took = await page.evaluate<number>(untilHearing(tones.filter((_, other) => other !== at)));
      if (round >= 0) times.push(took);
    }
    const of = (share: number) => percentile(times, share);
    return { people: tones.length, rounds, p50Ms: of(0.5), p95Ms: of(0.95), worstMs: of(1) };
  } finally {
    await browser.close();
    await product.end();
  }
}

async function arrive(product: Product, browser: Browser): Promise<Page[]> {
  const admin = await ApiClient.join(await product.firstAdminLink(), 'admin');
  const { roomId } = (await admin.must(messagingCommands.roomCreate, { name: room, kind: 'public' })).room;
  const link = await admin.inviteLink(tones.length);
  // A client that keeps reconnecting to an ended server would keep the benchmark from ending.
  admin.close();
  return Promise.all(tones.map((tone, at) => arriveOne(browser, link, roomId, `caller-${at}`, tone)));
}

async function arriveOne(browser: Browser, link: string, roomId: RoomId, handle: string, tone: number): Promise<Page> {
  const { url, cookie, ...client } = await signedIn(link, roomId, handle);
  client.close();
  const context = await browser.newContext({ serviceWorkers: 'block' });
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  await makeUpMedia(page, tone, 0);
  await page.addInitScript(`addEventListener('click', () => (window.clickedAt = performance.now()), true)`);
  await page.goto(`${url}/#/room/${roomId}`);
  return page;
}

async function signedIn(link: string, roomId: RoomId, handle: string) {
  const client = await ApiClient.join(link, handle);
  await client.must(messagingCommands.roomJoin, { roomId });
  return { url: client.url, cookie: client.cookie, close: () => client.close() };
}

async function join(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Join call', exact: true }).click();
  await page.evaluate(untilHearing([]));
}

/** Runs in the page. Returns the milliseconds from the last click until all these tones are audible. */
const untilHearing = (others: readonly number[]) => `(async () => {
  const heard = (tone) => window.loudnessAt(tone) > -55;
  while (!${JSON.stringify(others)}.every(heard)) {
    if (performance.now() - window.clickedAt > ${hearTimeoutMs}) throw new Error('A caller is not audible.');
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return performance.now() - window.clickedAt;
})()`;
