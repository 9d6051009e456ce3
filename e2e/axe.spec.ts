import { authCommands, messagingCommands } from '@devchitchat/contracts';
import { randomUUID } from 'node:crypto';
import { expectAccessible, looks, openLook } from './support/axe';
import { expect, test } from './support/fixtures';
import {
  actOn,
  createRoom,
  escapeDialog,
  expectInRoom,
  joinOnThePage,
  message,
  roomMenu,
  write,
} from './support/pages';
import { ApiClient } from './support/api-client';

// axe checks twenty screens, which takes its time.
test.setTimeout(600_000);

for (const look of looks) {
  const device = look.isPhone ? 'phone' : 'desktop';

  test(`axe finds nothing on ${look.look}`, async ({ home, newPerson }) => {
    const page = await openLook(newPerson, look);
    const { url } = home.product;
    const name = `${device}-${look.theme}`;

    await page.goto(`${url}/#/sign-in`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expectAccessible(page, 'sign in');
    await page.goto(`${url}/#/invite/${'a'.repeat(43)}`);
    // Waits for the new page's heading; the previous page's stays until then.
    await expect(page.getByRole('heading', { level: 1, name: /link|invite/ })).toBeVisible();
    await expectAccessible(page, 'dead invite');
    await page.goto(`${url}/#/device/0123456789`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expectAccessible(page, 'device');
    const link = await home.invite();
    await page.goto(link);
    await expect(page.getByRole('button', { name: 'Join', exact: true })).toBeVisible();
    await expectAccessible(page, 'invite');

    await joinOnThePage(page, link, name, `Person ${name}`);
    await expectAccessible(page, 'lobby');
    const back = page.getByRole('link', { name: 'Back to rooms' });
    if (await back.isVisible()) {
      await back.click();
      await expect(page.getByRole('button', { name: 'New room' })).toBeVisible();
      await expectAccessible(page, 'rooms');
    }
    await createRoom(page, name);
    await expectAccessible(page, 'empty room');

    const bob = await ApiClient.join(await home.invite(), `bob-${name}`, 'Bob');
    const roomId = (await bob.must(messagingCommands.roomList, {})).rooms.find((room) => room.name === name)?.roomId;
    if (!roomId) throw new Error('Bob finds no room to join.');
    await bob.must(messagingCommands.roomJoin, { roomId });
    for (const text of ['Hello **you**, ||secret||', '```\ncode\n```', `@${name} https://devchitchat.example/a`]) {
      await bob.must(messagingCommands.msgSend, { roomId, clientMsgId: randomUUID(), text });
    }
    await write(page, 'first words');
    await expect(message(page, 'first words')).toBeVisible();
    await actOn(page, 'code', 'Reply');
    await write(page, 'an answer');
    await actOn(page, 'Hello', 'React');
    await expect(page.getByRole('dialog', { name: 'React' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Flags' })).toBeAttached();
    await expectAccessible(page, 'emoji picker');
    await page.getByRole('region', { name: 'Popular' }).getByRole('button', { name: 'thumbs up' }).click();
    await actOn(page, 'Hello', 'Pin');
    await actOn(page, 'first words', 'Edit');
    await expectAccessible(page, 'editing');
    await page.getByRole('textbox', { name: 'Edited message' }).press('Escape');
    await expectAccessible(page, 'busy room');
    await actOn(page, 'first words', 'Delete');
    await expectAccessible(page, 'delete dialog');
    await page.getByRole('button', { name: 'Delete message' }).click();
    await expect(message(page, 'first words')).toHaveCount(0);

    await page.getByRole('button', { name: 'Members' }).click();
    await expect(page.getByRole('button', { name: 'Actions for Bob' })).toBeVisible();
    await expectAccessible(page, 'members');
    await page.getByRole('button', { name: 'Actions for Bob' }).click();
    await expectAccessible(page, 'menu of a member');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close members' }).click();
    await page.getByRole('button', { name: 'Pinned messages', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Close pinned messages' })).toBeVisible();
    await expectAccessible(page, 'pins');
    await page.getByRole('button', { name: 'Close pinned messages' }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('hello');
    await page.getByRole('searchbox', { name: 'Search' }).press('Enter');
    await expect(page.getByRole('region', { name: 'Search results' }).getByRole('link')).not.toHaveCount(0);
    await expectAccessible(page, 'search results');
    await page.getByRole('button', { name: 'Close search' }).click();
    await page.getByRole('button', { name: 'Room menu' }).click();
    await expectAccessible(page, 'room menu');
    await page.keyboard.press('Escape');
    await roomMenu(page, 'Jump to date');
    await expect(page.getByLabel('Day')).toBeVisible();
    await expectAccessible(page, 'jump to date');
    await escapeDialog(page);
    await roomMenu(page, 'Add person');
    await expectAccessible(page, 'add person');
    await escapeDialog(page);
    await roomMenu(page, 'Invite links');
    await expectAccessible(page, 'links');
    await escapeDialog(page);
    await roomMenu(page, 'Edit room');
    await page.getByRole('combobox', { name: 'Slow mode' }).selectOption('30 seconds');
    await expectAccessible(page, 'edit room');
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('status', { name: 'Slow mode' })).toContainText('30 seconds');
    await roomMenu(page, 'Moderation log');
    await expect(page.getByRole('list', { name: 'Moderation log' })).toBeVisible();
    await expectAccessible(page, 'moderation log');
    await escapeDialog(page);

    await page.getByRole('button', { name: 'Join call' }).click();
    await expect(page.getByRole('button', { name: 'Leave call' }).first()).toBeVisible();
    await page.getByRole('button', { name: 'Camera', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Call' }).getByRole('figure')).toHaveCount(1);
    await expectAccessible(page, 'in a call');
    await page.getByRole('button', { name: 'Devices' }).click();
    await expectAccessible(page, 'devices of a call');
    await escapeDialog(page);
    await page.getByRole('button', { name: 'Leave call' }).first().click();

    await page.goto(`${url}/#/settings`);
    await expect(page.getByRole('heading', { name: 'Settings', level: 1 })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Sign in another device' })).toBeVisible();
    await expectAccessible(page, 'settings');
    bob.close();
  });

  test(`axe finds nothing on an admin's pages, on ${look.look}`, async ({ home, newPerson }) => {
    const page = await openLook(newPerson, look);
    const { url } = home.product;
    const session = home.admin.cookie.split('=');
    await page.context().addCookies([{ name: session[0] ?? '', value: session.slice(1).join('='), url }]);
    await page.goto(url);
    // A new browser opens the lobby at once, also on a phone.
    await expectInRoom(page, 'lobby');
    await page.goto(`${url}/#/bots`);
    await expect(page.getByRole('button', { name: 'New bot' })).toBeVisible();
    await expectAccessible(page, 'bots');
    await page.getByRole('button', { name: 'New bot' }).click();
    await expectAccessible(page, 'new bot');
    await escapeDialog(page);
    const bob = await ApiClient.join(await home.invite(), `axe-bob-${device}`, `Bob ${device}`);
    const recovery = await home.admin.must(authCommands.recoveryCreate, { userId: bob.user.userId });
    const { roomId } = (await bob.must(messagingCommands.roomCreate, { name: `of Bob ${device}`, kind: 'public' }))
      .room;
    await home.admin.must(messagingCommands.roomJoin, { roomId });
    bob.close();
    await page.goto(`${url}/#/room/${roomId}`);
    await roomMenu(page, 'Add everybody');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'add everybody');
    await escapeDialog(page);
    await page.goto(`${url}/#/people`);
    await page.getByRole('textbox', { name: 'Search people' }).fill(`Bob ${device}`);
    await expect(page.getByRole('list', { name: 'Accounts' }).getByRole('listitem')).toHaveCount(1);
    await expectAccessible(page, 'people');
    const menu = page.getByRole('button', { name: `Actions for Bob ${device}` });
    await menu.click();
    await expectAccessible(page, 'menu of an account');
    await page.keyboard.press('Escape');
    for (const action of ['Make admin', 'End sessions', 'Disable…', 'Recovery link']) {
      await menu.click();
      await page.getByRole('menuitem', { name: action }).click();
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, action);
      await escapeDialog(page);
    }
    await page.getByRole('radio', { name: 'Log' }).check();
    await expect(page.getByText(`created a recovery link for Bob ${device}.`)).toBeVisible();
    await expectAccessible(page, 'log of acts');
    await page.goto(`${url}/#/recovery/${recovery.token}`);
    await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
    await expectAccessible(page, 'recovery link');
    await page.goto(`${url}/#/diagnostics`);
    await expect(page.getByRole('heading', { name: 'Rooms in numbers' })).toBeVisible();
    await expectAccessible(page, 'diagnostics');
  });
}
