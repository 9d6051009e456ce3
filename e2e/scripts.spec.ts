import { randomUUID } from 'node:crypto';
import { messagingCommands as messaging, type RoomId } from '@devchitchat/contracts';
import type { Page } from '@playwright/test';
import { ApiClient } from './support/api-client';
import { expect, test } from './support/fixtures';
import { expectInRoom, message, signIn } from './support/pages';

const longest = 'W'.repeat(64);

const send = (who: ApiClient, roomId: RoomId, text: string, replyTo?: number) =>
  who.must(messaging.msgSend, { roomId, clientMsgId: randomUUID(), text, ...(replyTo && { replyTo }) });

/** The elements that stick out of the page or are cut at its side. */
const stickingOut = (page: Page) =>
  page.evaluate<string[]>(`
    [...document.querySelectorAll('main *, dcc-sidebar *')]
      .filter((each) => each.getBoundingClientRect().width > 0 && getComputedStyle(each).whiteSpace !== 'nowrap')
      .filter((each) => !each.closest('.visually-hidden, pre, svg, textarea'))
      .filter((each) => each.getBoundingClientRect().right > document.documentElement.clientWidth)
      .map((each) => each.outerHTML.slice(0, 120))`);

test('texts and names are written from the side of their letters, and long ones stay in sight', async ({
  home,
  newPerson,
}) => {
  const link = await home.invite(2);
  const noa = await ApiClient.join(link, 'noa-right', 'נועה (2)');
  const wide = await ApiClient.join(link, 'wide-name', longest.slice(0, 48));
  const { room } = await noa.must(messaging.roomCreate, { name: 'חדר (1) right', topic: 'נושא!', kind: 'public' });
  const { room: long } = await wide.must(messaging.roomCreate, { name: longest, topic: longest, kind: 'public' });
  await wide.must(messaging.roomJoin, { roomId: room.roomId });
  await send(noa, room.roomId, '@wide-name שיהיה לך יום טוב.');
  await send(noa, room.roomId, '> ציטוט.');
  await send(noa, room.roomId, '- רשימה\n- list');
  await send(wide, room.roomId, 'in English', 1);
  await send(wide, long.roomId, 'hi');

  const page = await newPerson();
  await page.setViewportSize({ width: 360, height: 740 });
  await signIn(page, home.product.url, wide.cookie);
  await page.goto(`${home.product.url}/#/room/${room.roomId}`);
  await expectInRoom(page, 'חדר (1) right');
  const directed = (text: string, part: string) => message(page, text).locator(part).first();
  await expect(directed('שיהיה', '.text p')).toHaveCSS('direction', 'rtl');
  await expect(directed('ציטוט', '.text blockquote')).toHaveCSS('border-right-width', '3px');
  await expect(directed('רשימה', '.text li')).toHaveCSS('direction', 'rtl');
  await expect(directed('רשימה', '.text li:last-child')).toHaveCSS('direction', 'ltr');
  await expect(directed('in English', 'dcc-quoted-line')).toHaveCSS('direction', 'rtl');
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill('@noa-right שלום.');
  await expect(composer).toHaveCSS('direction', 'rtl');
  await composer.fill('thanks');
  await expect(composer).toHaveCSS('direction', 'ltr');

  await page.goto(`${home.product.url}/#/room/${long.roomId}`);
  await expect(page.getByRole('heading', { name: /^This is where/ })).toBeVisible();
  expect(await stickingOut(page)).toEqual([]);
});
