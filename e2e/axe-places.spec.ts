import { messagingCommands as messaging } from '@devchitchat/contracts';
import { expectAccessible, looks, openLook } from './support/axe';
import { expect, test } from './support/fixtures';
import { freePort } from './support/free-port';
import { asAdmin, escapeDialog, expectInRoom, message, roomMenu, signIn } from './support/pages';
import { Product } from './support/product';
import { Walk } from './support/walk';

// The screens around a room; those of a room are in axe-rooms.spec.ts, the most used ones in axe.spec.ts.

// An action on something covered fails at once, instead of waiting until the test ends.
test.use({ actionTimeout: 20_000 });
// Generous, as in axe.spec.ts: a screen with every emoji takes a busy machine its time.
test.setTimeout(600_000);

for (const look of looks) {
  const on = `on ${look.look}`;

  test(`axe finds nothing in the list of rooms, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { ada, bob, page, name } = walk;
    const [counted, hushed, drafted] = [
      await walk.room(ada, `${name} counted`),
      await walk.room(ada, `${name} hushed`),
      await walk.room(ada, `${name} drafted`),
    ];
    const hidden = (await bob.must(messaging.roomCreate, { name: `${name} private`, kind: 'private' })).room.roomId;
    await bob.must(messaging.roomMemberAdd, { roomId: hidden, userId: ada.user.userId });
    const direct = (await bob.must(messaging.dmOpen, { userIds: [ada.user.userId] })).room.roomId;
    const several = [ada.user.userId, home.admin.user.userId];
    const group = (await bob.must(messaging.dmOpen, { userIds: several })).room.roomId;
    await walk.open(hushed, `${name} hushed`);
    await roomMenu(page, 'Notifications');
    await expectAccessible(page, 'notification levels');
    await page.getByRole('radio', { name: 'Nothing' }).check();
    await page.getByRole('button', { name: 'Done' }).click();
    await walk.open(drafted, `${name} drafted`);
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill('half a sentence');
    await walk.open(await ada.lobby(), 'lobby');
    for (const roomId of [counted, hushed, drafted, hidden, direct, group])
      await walk.hear(roomId, `Hello @${ada.user.handle}`);
    await walk.toRooms();
    await expect(page.locator('.row.unread')).toHaveCount(6);
    await expect(page.locator('.draft')).toHaveCount(1);
    await expectAccessible(page, 'unread rooms');
    await page.getByRole('button', { name: 'Rooms', exact: true }).click();
    await page.getByRole('button', { name: 'Direct messages', exact: true }).click();
    await expectAccessible(page, 'folded sections');
    walk.close();
  });

  test(`axe finds nothing in the directory, the palette and the shortcuts, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { ada, bob, page, name } = walk;
    await walk.room(bob, `${name} joined`);
    const banning = await walk.room(bob, `${name} banning`);
    await bob.must(messaging.memberBan, { roomId: banning, userId: ada.user.userId });
    await bob.must(messaging.roomCreate, { name: `${name} open`, topic: 'Come in', kind: 'public' });
    await walk.open(await ada.lobby(), 'lobby');
    await walk.toRooms();

    await page.getByRole('button', { name: 'Browse rooms' }).click();
    const sought = page.getByRole('textbox', { name: 'Search rooms' });
    await sought.fill(name);
    await expect(page.getByText('You’re banned')).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('button', { name: `Join ${name} open` })).toBeVisible();
    await expectAccessible(page, 'directory');
    await sought.fill('no room is called this');
    await expect(page.getByText('No room has this in its name or topic.')).toBeVisible();
    await expectAccessible(page, 'directory without results');
    await escapeDialog(page);

    await page.getByRole('button', { name: 'New room' }).click();
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`${name} open`);
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page.getByText('A public room already has this name.')).toBeVisible();
    await expectAccessible(page, 'refused room');
    await escapeDialog(page);

    await page.keyboard.press('Control+k');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'palette');
    const line = page.getByRole('combobox', { name: 'Room or action' });
    await line.fill(name);
    await expect(page.getByRole('option', { name: `${name} joined` })).toBeVisible();
    await expectAccessible(page, 'palette with results');
    await line.fill('qqzzqq');
    await expect(page.getByText('No results')).toBeVisible();
    await expectAccessible(page, 'palette without results');
    await escapeDialog(page);

    await page.keyboard.press('Control+/');
    await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
    await expectAccessible(page, 'shortcuts');
    walk.close();
  });

  test(`axe finds nothing in direct messages and on cards of people, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { ada, bob, page } = walk;
    await walk.open(await ada.lobby(), 'lobby');
    await walk.toRooms();
    await page.getByRole('button', { name: 'New message' }).click();
    const to = page.getByRole('textbox', { name: 'To' });
    await to.fill('nobody is called this');
    await expect(page.getByText('No people found.')).toBeVisible();
    await expectAccessible(page, 'new message to nobody');
    await to.fill(bob.user.displayName);
    await page.getByRole('checkbox', { name: bob.user.displayName }).check();
    await to.fill(home.admin.user.displayName);
    await page.getByRole('checkbox', { name: home.admin.user.displayName, exact: true }).check();
    await expectAccessible(page, 'new message to several');
    await page.getByRole('button', { name: 'Open conversation' }).click();
    await expect(page.getByRole('textbox', { name: 'Message', exact: true })).toBeVisible();
    await expectAccessible(page, 'empty conversation of several');

    const { roomId } = (await ada.must(messaging.dmOpen, { userIds: [bob.user.userId] })).room;
    await walk.open(roomId, bob.user.displayName);
    await expect(page.locator('dcc-room-head').getByRole('img')).toHaveCount(1);
    await expectAccessible(page, 'empty conversation of two');
    await walk.hear(roomId, `Hello @${ada.user.handle}, and @${bob.user.handle}`);
    await expect(message(page, 'Hello')).toBeVisible();
    await page.getByRole('button', { name: 'Room menu' }).click();
    await expectAccessible(page, 'menu of a conversation');
    await page.keyboard.press('Escape');
    await message(page, 'Hello').getByRole('button', { name: bob.user.displayName, exact: true }).first().click();
    await expect(page.getByRole('dialog', { name: bob.user.displayName })).toBeVisible();
    await expectAccessible(page, 'card of a person');
    await escapeDialog(page);
    await message(page, 'Hello')
      .getByRole('button', { name: `@${ada.user.displayName}` })
      .click();
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Notes to self' })).toBeVisible();
    await expectAccessible(page, 'own card, from a mention');
    await page.getByRole('button', { name: 'Notes to self' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Notes' })).toBeVisible();
    await expectAccessible(page, 'notes to self');
    walk.close();
  });

  test(`axe finds nothing where links are made and opened, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { ada, bob, page, name } = walk;
    const { url } = home.product;
    const admin = await asAdmin(await openLook(newPerson, look), home);
    await expectInRoom(admin, 'lobby');
    await admin.goto(`${url}/#/`);
    await admin.getByRole('button', { name: 'Invite people' }).first().click();
    await admin.getByRole('spinbutton', { name: 'Number of uses' }).fill('0');
    await expectAccessible(admin, 'invites with a wrong number');
    await admin.getByRole('spinbutton', { name: 'Number of uses' }).fill('3');
    await admin.getByRole('button', { name: 'Create link' }).click();
    await expect(admin.getByText('This link opens only on this computer.')).toBeVisible();
    await expect(admin.getByRole('heading', { name: 'Links' })).toBeVisible();
    await expectAccessible(admin, 'a link for this computer only');
    // The same server under a name of the network.
    const known = url.replace('127.0.0.1', 'chat.lan');
    await signIn(admin, known, home.admin.cookie);
    await admin.goto(known);
    // A new browser opens the lobby first, also on a phone.
    await expectInRoom(admin, 'lobby');
    await admin.goto(`${known}/#/`);
    await admin.getByRole('button', { name: 'Invite people' }).first().click();
    await admin.getByRole('button', { name: 'Create link' }).click();
    await expect(admin.getByRole('img', { name: 'QR code of the link' })).toBeVisible();
    await expectAccessible(admin, 'a link to scan');

    const { roomId } = (await bob.must(messaging.roomCreate, { name: `${name} secret`, kind: 'private' })).room;
    const { token } = await bob.must(messaging.roomInviteCreate, { roomId });
    await walk.goTo(`room-invite/${token}`);
    await expect(page.getByRole('button', { name: 'Join room' })).toBeVisible();
    await expectAccessible(page, 'room invite');
    const stranger = await openLook(newPerson, look);
    await stranger.goto(`${url}/#/room-invite/${token}`);
    await expect(stranger.getByText('To join it, you need an account on this server.')).toBeVisible();
    await expectAccessible(stranger, 'room invite for strangers');
    for (const [address, heading] of [
      [`room-invite/${'a'.repeat(43)}`, 'This link no longer works'],
      ['invite/abc', 'Part of this link is missing'],
      ['no/such/page', 'There’s nothing at this address'],
      ['goodbye', 'Your account is deleted'],
    ] as const) {
      await stranger.goto(`${url}/#/${address}`);
      await expect(stranger.getByRole('heading', { name: heading })).toBeVisible();
      await expectAccessible(stranger, address);
    }
    const { room } = await bob.must(messaging.roomCreate, { name: `${name} public`, kind: 'public' });
    for (const [address, heading] of [
      ['no/such/page', 'There’s nothing at this address'],
      ['goodbye', `You’re signed in as ${ada.user.displayName}`],
      ['bots', 'This page is for admins'],
      [`room/${roomId}`, 'There’s no room here that you can see'],
      [`room/${room.roomId}`, `${name} public`],
    ] as const) {
      await walk.goTo(address);
      await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
      await expectAccessible(page, `${address}, signed in`);
    }
    walk.close();
  });

  test(`axe finds nothing in the parts of the settings, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { page } = walk;
    await walk.goTo('settings');
    await page.getByRole('button', { name: 'Sign in another device' }).click();
    await expect(page.getByRole('textbox', { name: 'Link for the other device' })).toBeVisible();
    await page.getByRole('textbox', { name: 'New password' }).fill('short');
    await expect(page.getByText('Shorter than 10 characters.')).toBeVisible();
    await page.getByRole('textbox', { name: 'Display name' }).fill('');
    await expectAccessible(page, 'settings with a code and mistakes');
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expectAccessible(page, 'sign out');
    await escapeDialog(page);
    await page.getByRole('button', { name: 'Delete account…' }).click();
    await expect(page.getByRole('dialog', { name: 'Delete your account?' })).toBeVisible();
    await expectAccessible(page, 'delete account');
    walk.close();
  });

  test(`axe finds nothing in an admin's dialogs about bots, ${on}`, async ({ home, newPerson }) => {
    const page = await asAdmin(await openLook(newPerson, look), home);
    const handle = `bot-${look.isPhone ? 'phone' : 'desktop'}`;
    await expectInRoom(page, 'lobby');
    await page.goto(`${home.product.url}/#/bots`);
    await page.getByRole('button', { name: 'New bot' }).click();
    await page.getByRole('textbox', { name: 'Handle' }).fill(handle);
    await page.getByRole('button', { name: 'Create' }).click();
    await expect(page.getByRole('dialog', { name: 'Credentials' })).toBeVisible();
    await expectAccessible(page, 'credentials');
    await page.getByRole('button', { name: 'Done' }).click();
    await page.getByRole('button', { name: `Revoke ${handle}` }).click();
    await expect(page.getByRole('dialog', { name: `Revoke ${handle}?` })).toBeVisible();
    await expectAccessible(page, 'a bot to revoke');
  });

  test(`axe finds nothing in notices, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { page, ada } = walk;
    await page.addInitScript(`Object.defineProperty(window, 'indexedDB', { value: undefined })`);
    await walk.open(await ada.lobby(), 'lobby');
    await expect(page.getByRole('status', { name: 'Storage' })).toBeVisible();
    await page.context().setOffline(true);
    await expect(page.getByRole('status', { name: 'Connection' })).toContainText(/offline|reconnecting/i);
    const later = `for later ${walk.name}`;
    await page.getByRole('textbox', { name: 'Message', exact: true }).fill(later);
    await page.keyboard.press('Enter');
    await expect(message(page, later)).toBeVisible();
    await expectAccessible(page, 'offline and without storage');
    await page.context().setOffline(false);
    walk.close();
  });
}

test('axe finds nothing on the page about the certificate', async ({ newPerson }) => {
  const HTTP_PORT = String(await freePort());
  const product = await Product.home({ environment: { TLS: 'local', PUBLIC_URL: '', HTTP_PORT } });
  try {
    for (const look of looks) {
      const page = await openLook(newPerson, look);
      for (const path of ['ca', '']) {
        await page.goto(`http://127.0.0.1:${HTTP_PORT}/${path}`);
        await expect(page.getByRole('heading', { level: 1, name: 'One step first' })).toBeVisible();
        await expectAccessible(page, `certificate, /${path}, on ${look.look}`);
      }
    }
  } finally {
    await product.end();
  }
});

test('axe finds nothing on a new server', async ({ split, newPerson }) => {
  for (const look of looks) {
    const page = await openLook(newPerson, look);
    await signIn(page, split.product.url, split.admin.cookie);
    await page.goto(split.product.url);
    await expectInRoom(page, 'lobby');
    await expectAccessible(page, `empty lobby, on ${look.look}`);
    await page.goto(`${split.product.url}/#/`);
    await page.getByRole('button', { name: 'Browse rooms' }).first().click();
    await expect(page.getByText('There are no public rooms yet')).toBeVisible();
    await expectAccessible(page, `empty directory, on ${look.look}`);
    await escapeDialog(page);
    await page.goto(`${split.product.url}/#/bots`);
    await expect(page.getByText('No bots yet.')).toBeVisible();
    await expectAccessible(page, `no bots, on ${look.look}`);
  }
});
