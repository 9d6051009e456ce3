import { messagingCommands as messaging, type RoomId } from '@devchitchat/contracts';
import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { ApiClient } from './support/api-client';
import { expect, test, type TestProduct } from './support/fixtures';
import { boxOf, expectInRoom, nextFrame, roomLink, signIn, write } from './support/pages';

const send = (client: ApiClient, roomId: RoomId, text: string) =>
  client.must(messaging.msgSend, { roomId, clientMsgId: randomUUID(), text });

/** A person in more rooms than a small window shows, and a friend who writes to them. */
async function manyRooms({ admin, invite }: TestProduct, name: string) {
  const link = await invite(2);
  const ada = await ApiClient.join(link, `${name}-ada`, 'Ada');
  const bob = await ApiClient.join(link, `${name}-bob`, 'Bob');
  const rooms: RoomId[] = [];
  for (let i = 10; i < 26; i++) {
    const { room } = await ada.must(messaging.roomCreate, { name: `${name} ${i}`, kind: 'public' });
    await bob.must(messaging.roomJoin, { roomId: room.roomId });
    rooms.push(room.roomId);
  }
  const direct = (await ada.must(messaging.dmOpen, { userIds: [bob.user.userId] })).room.roomId;
  const several = [bob.user.userId, admin.user.userId];
  const group = (await ada.must(messaging.dmOpen, { userIds: several })).room.roomId;
  return { ada, bob, rooms, direct, group };
}

const scrollTop = (page: Page, name: string) =>
  page.evaluate<number>(`document.querySelector('nav[aria-label="${name}"] .scroll').scrollTop`);

test('a sidebar with many rooms keeps in sight what matters', async ({ home, newPerson }) => {
  const { ada, bob, rooms, direct } = await manyRooms(home, 'many');
  const page = await newPerson({ viewport: { width: 1280, height: 600 } });
  await signIn(page, home.product.url, bob.cookie);

  // After a reload, the room on the page.
  await page.goto(`${home.product.url}/#/room/${rooms.at(-1) ?? ''}`);
  await expectInRoom(page, 'many 25');
  await expect(roomLink(page, 'many 25')).toBeInViewport({ ratio: 1 });
  const top = await scrollTop(page, 'Rooms');
  expect(top).toBeGreaterThan(0);

  // A room that is in sight already moves nothing; the keyboard leads to those that are not, once its code is there.
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Alt+ArrowUp');
  await expectInRoom(page, 'many 24');
  expect(await scrollTop(page, 'Rooms')).toBe(top);
  await roomLink(page, 'lobby').dispatchEvent('click');
  await expectInRoom(page, 'lobby');
  await expect(roomLink(page, 'lobby')).toBeInViewport({ ratio: 1 });

  // Direct messages, and unread rooms that are out of sight.
  await send(ada, direct, 'Psst');
  await expect(
    page.getByRole('navigation', { name: 'Direct messages' }).getByRole('link', { name: 'Ada' }),
  ).toBeInViewport({ ratio: 1 });
  await expect(page).toHaveTitle(/^\(1\) /);
  await send(ada, rooms.at(-1)!, 'The last room');
  await send(ada, rooms.at(-2)!, `@many-bob, and the one before`);
  const more = page.getByRole('button', { name: '2 more unread' });
  await expect(more).toBeInViewport({ ratio: 1 });
  // It covers no room.
  const heading = page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'New room' });
  const [place, beside] = [await boxOf(more), await boxOf(heading)];
  expect(place.x + place.width).toBeLessThan(beside.x);
  expect(Math.abs(place.y + place.height / 2 - beside.y - beside.height / 2)).toBeLessThan(3);
  await more.click();
  await expect(roomLink(page, 'many 24')).toBeFocused();
  await expect(roomLink(page, 'many 24')).toBeInViewport({ ratio: 1 });
  // By default, of a room only mentions count, and every direct message.
  await expect(page).toHaveTitle(/^\(2\) /);

  // The room on the page stays in sight when the window shrinks.
  await roomLink(page, 'many 20').dispatchEvent('click');
  await expectInRoom(page, 'many 20');
  await expect(roomLink(page, 'many 20')).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 460 });
  await expect(roomLink(page, 'many 20')).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 600 });
  await roomLink(page, 'lobby').dispatchEvent('click');
  await expectInRoom(page, 'lobby');

  // A folded section has the room on the page and what waits, also after a reload.
  await page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Rooms', exact: true }).click();
  const listed = page.getByRole('navigation', { name: 'Rooms' }).getByRole('link');
  await expect(listed).toHaveCount(3);
  await page.reload();
  await expectInRoom(page, 'lobby');
  await expect(listed).toHaveCount(3);
  for (const client of [ada, bob]) client.close();
});

test('what is typed right after Ctrl K lands in the palette, which reaches groups', async ({ home, newPerson }) => {
  const { ada, bob, group } = await manyRooms(home, 'early');
  const page = await newPerson();
  await signIn(page, home.product.url, bob.cookie);
  // The code of the palette comes late.
  let release = () => {};
  const later = new Promise<void>((resolve) => (release = resolve));
  await page.goto(home.product.url);
  await expectInRoom(page, 'lobby');
  await page.getByRole('textbox', { name: 'Message', exact: true }).focus();
  await page.route('**/*.js', async (route) => {
    await later;
    await route.continue();
  });
  await page.keyboard.press('Control+k');
  await page.keyboard.type('early 21');
  await page.keyboard.press('Enter');
  release();
  await expectInRoom(page, 'early 21');
  await page.getByRole('link', { name: 'lobby' }).click();
  await expectInRoom(page, 'lobby');
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue('');

  await send(ada, group, 'Hello, both');
  await page.keyboard.press('Control+k');
  const entry = page.getByRole('option').filter({ hasText: '1 unread' });
  await expect(entry).toHaveCount(1);
  await entry.click();
  await expect(page.getByText('Hello, both').first()).toBeVisible();
  for (const client of [ada, bob]) client.close();
});

test('a window beside the one in use marks nothing as read', async ({ home, newPerson }) => {
  const { ada, bob, direct } = await manyRooms(home, 'beside');
  const page = await newPerson();
  // Playwright lets every page believe that it has the focus.
  await page.addInitScript(`
    let focused = true;
    document.hasFocus = () => focused;
    globalThis.turn = (to) => {
      focused = to;
      dispatchEvent(new Event(to ? 'focus' : 'blur'));
    };
  `);
  const turn = (to: boolean) => page.evaluate(`turn(${to})`);
  await signIn(page, home.product.url, bob.cookie);
  await page.goto(`${home.product.url}/#/room/${direct}`);
  await expectInRoom(page, 'Ada');
  await turn(false);
  await send(ada, direct, 'Are you there?');
  await expect(page).toHaveTitle(/^\(1\) Ada/);
  await expect(page.getByRole('separator', { name: 'New' })).toBeVisible();
  await turn(true);
  await expect(page).toHaveTitle(/^Ada/);
  await write(page, 'Yes');
  for (const client of [ada, bob]) client.close();
});

test('shrinking the window and unfolding rooms keep the open room in sight of the sidebar', async ({
  home,
  newPerson,
}) => {
  const { ada, bob, rooms } = await manyRooms(home, 'shrink');
  const page = await newPerson({ viewport: { width: 1280, height: 900 } });
  await signIn(page, home.product.url, bob.cookie);
  await page.goto(`${home.product.url}/#/room/${rooms.at(-1) ?? ''}`);
  await expectInRoom(page, 'shrink 25');
  const link = roomLink(page, 'shrink 25');
  for (const height of [600, 420, 900, 480]) {
    await page.setViewportSize({ width: 1280, height });
    await expect(link).toBeInViewport({ ratio: 1 });
  }

  // Readers who scrolled away from it stay where they are.
  await page.evaluate(`document.querySelector('nav[aria-label="Rooms"] .scroll').scrollTop = 0`);
  await expect(roomLink(page, 'lobby')).toBeInViewport({ ratio: 1 });
  await page.setViewportSize({ width: 1280, height: 420 });
  await nextFrame(page);
  await nextFrame(page);
  expect(await scrollTop(page, 'Rooms')).toBe(0);

  // A folded section shows it, and does so when it is unfolded.
  const heading = page.getByRole('navigation', { name: 'Rooms' }).getByRole('button', { name: 'Rooms', exact: true });
  await heading.click();
  await expect(link).toBeInViewport({ ratio: 1 });
  await heading.click();
  await expect(roomLink(page, 'shrink 11')).toBeAttached();
  await expect(link).toBeInViewport({ ratio: 1 });
  for (const client of [ada, bob]) client.close();
});
