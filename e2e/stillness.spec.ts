import { messagingCommands as messaging } from '@devchitchat/contracts';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ApiClient } from './support/api-client';
import { expect, test, type TestProduct } from './support/fixtures';
import { actOn, boxOf, expectInRoom, message, nextFrame, signIn } from './support/pages';

// Nothing moves by itself: not while panels open, people are mentioned, or messages are answered.

/** The layout shifts that the browser saw since the last call, with what moved. Also those right after an input. */
const shifts = (page: Page) => page.evaluate<string[]>('seen.splice(0)');

/** Runs in the page. */
const watchShifts = `
  globalThis.seen = [];
  const place = ({ x, y, width, height }) => [x, y, width, height].map(Math.round).join(' ');
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries()) {
      const moved = sources.map(({ node, previousRect, currentRect }) => {
        const element = node?.nodeType === 1 ? node : node?.parentElement;
        const name = element?.localName + '.' + element?.getAttribute('class');
        return name + ' from ' + place(previousRect) + ' to ' + place(currentRect);
      });
      seen.push(value.toFixed(4) + ': ' + moved.join(', '));
    }
  }).observe({ type: 'layout-shift', buffered: false });
`;

/** A room of two with enough to scroll, in which the reader has read everything. */
async function longRoom({ product, invite }: TestProduct, name: string) {
  const link = await invite(2);
  const ada = await ApiClient.join(link, `${name}-ada`, 'Ada');
  const bob = await ApiClient.join(link, `${name}-bob`, 'Bob');
  const { roomId } = (await ada.must(messaging.roomCreate, { name, kind: 'public' })).room;
  await bob.must(messaging.roomJoin, { roomId });
  const send = (text: string) => ada.must(messaging.msgSend, { roomId, clientMsgId: randomUUID(), text });
  for (let i = 0; i < 12; i++)
    await send(`Number ${i}. ${'The boss knows the route to the lake. '.repeat(1 + (i % 3) * 4)}`);
  for (const text of ['My own word', 'My next word'])
    await bob.must(messaging.msgSend, { roomId, clientMsgId: randomUUID(), text });
  const pinned = await send('The last word');
  await ada.must(messaging.msgPin, { roomId, msgId: pinned.msgId });
  return { ada, bob, roomId, url: `${product.url}/#/room/${roomId}`, home: product.url };
}

const sizes = {
  desktop: { viewport: { width: 1280, height: 800 } },
  tablet: { viewport: { width: 1024, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
};

for (const [size, options] of Object.entries(sizes)) {
  test(`nothing moves while panels, mentions and replies come and go: ${size}`, async ({ home, newPerson }) => {
    const { ada, bob, url, roomId } = await longRoom(home, `still-${size}`);
    const page = await newPerson(options);
    await page.addInitScript(watchShifts);
    await signIn(page, home.product.url, bob.cookie);
    await page.goto(url);
    await expectInRoom(page, `still-${size}`);
    const last = message(page, 'The last word');
    await expect(last).toBeInViewport();
    // Fonts and the first rows.
    await page.evaluate('document.fonts.ready.then(() => null)');
    await page.waitForTimeout(500);
    await shifts(page);
    const place = async () => Math.round((await last.boundingBox())?.y ?? -1);
    const before = await place();
    const still = async (what: string) => {
      await nextFrame(page);
      await nextFrame(page);
      expect.soft(await shifts(page), what).toEqual([]);
      expect.soft(await place(), what).toBe(before);
    };
    const composer = page.getByRole('textbox', { name: 'Message', exact: true });

    for (const [panel, close] of [
      ['Members', 'Close members'],
      ['Pinned messages', 'Close pinned messages'],
    ] as const) {
      await page.getByRole('button', { name: panel, exact: true }).click();
      await expect(page.getByRole('button', { name: close })).toBeVisible();
      await still(`${panel} opened`);
      await page.getByRole('button', { name: close }).click();
      await expect(page.getByRole('button', { name: close })).toHaveCount(0);
      await still(`${panel} closed`);
    }

    const box = page.getByRole('searchbox', { name: 'Search' });
    await box.click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await still('search tips');
    for (const text of ['bo', 'bos', 'boss', 'boss route']) {
      await box.fill(text);
      await expect(page.getByRole('region', { name: 'Search results' }).getByRole('link').first()).toBeVisible();
      await page.waitForTimeout(500);
      await still(`searched for ${text}`);
    }
    for (const text of ['boss from:nobody-at-all', 'boss', 'boss from:nobody-at-all', 'boss route']) {
      await box.fill(text);
      await page.waitForTimeout(500);
      await still(`searched for ${text}`);
    }
    // Also on a phone, after the key that closes the tips.
    await box.press('Enter');
    expect.soft((await boxOf(box)).width, 'the box of a search').toBeGreaterThan(100);
    await box.press('Escape');
    await box.press('Escape');
    await still('search left');

    await composer.pressSequentially('@');
    const people = page.getByRole('listbox', { name: 'People to mention' });
    await expect(people).toBeVisible();
    await still('mentions offered');
    const edge = async () => Math.round((await boxOf(people)).y + (await boxOf(people)).height);
    const bottom = await edge();
    await composer.pressSequentially(`still-${size}-b`);
    await expect(people.getByRole('option')).toHaveCount(1);
    // A shorter list is one that moved, for the browser.
    await shifts(page);
    expect.soft(await edge(), 'beside the composer').toBe(bottom);
    await still('mentions narrowed');
    await page.keyboard.press('Escape');
    await composer.fill('');
    await still('mentions gone');

    await actOn(page, 'The last word', 'Reply');
    await expect(page.getByText('Replying to')).toBeVisible();
    await still('reply begun');
    await page.keyboard.press('Escape');
    await expect(page.getByText('Replying to')).toHaveCount(0);
    await still('reply given up');

    // The first opens a group of messages, under their author's name.
    for (const text of ['My own word', 'My next word']) {
      await actOn(page, text, 'Edit');
      await expect(page.getByText('Editing your message')).toBeVisible();
      await still(`edit of “${text}” begun`);
      await page.keyboard.press('Escape');
      await expect(page.getByText('Editing your message')).toHaveCount(0);
      await still(`edit of “${text}” given up`);
    }

    await ada.must(messaging.typingStart, { roomId });
    await page.waitForTimeout(500);
    await still('somebody typed');

    const whom = { roomId, userId: bob.user.userId };
    const log = page.getByRole('log', { name: 'Messages' });
    const space = await log.boundingBox();
    for (const draft of ['', 'A draft']) {
      await composer.fill(draft);
      await ada.must(messaging.memberMute, {
        ...whom,
        seconds: 3_600,
        reason: 'It is late, and everybody wants to sleep',
      });
      const notice = page.getByRole('status', { name: 'Muted' });
      await expect(notice).toBeVisible();
      const ofRoom = await boxOf(page.locator('.writing-place'));
      if (draft === '') expect.soft((await boxOf(notice)).y, 'above the composer').toBeGreaterThanOrEqual(ofRoom.y);
      // The timeline tells of the mute in a line of its own; its space stays.
      expect.soft(await log.boundingBox(), `muted with the draft “${draft}”`).toEqual(space);
      const end = async () => (await log.locator('.rows > *').last().boundingBox()) ?? { y: Infinity, height: 0 };
      const { y: top } = await boxOf(notice);
      await expect
        .poll(async () => (await end()).y + (await end()).height, { message: `the end above “${draft}”` })
        .toBeLessThanOrEqual(top);
      await ada.must(messaging.memberUnmute, whom);
      await expect(page.getByRole('status', { name: 'Muted' })).toHaveCount(0);
    }
  });
}

test('the wheel moves the messages from where a panel would be, and a panel leaves them where they are', async ({
  home,
  newPerson,
}) => {
  const { bob, url } = await longRoom(home, 'still-wheel');
  const page = await newPerson(sizes.desktop);
  await signIn(page, home.product.url, bob.cookie);
  await page.goto(url);
  const last = message(page, 'The last word');
  await expect(last).toBeInViewport();
  const before = await boxOf(last);
  await page.mouse.move(1270, 400);
  await page.mouse.wheel(0, -240);
  await expect.poll(async () => Math.round((await boxOf(last)).y - before.y)).toBe(240);
  const moved = await boxOf(last);
  await page.getByRole('button', { name: 'Members', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Close members' })).toBeVisible();
  expect(await boxOf(last)).toEqual(moved);
});
