import { messagingCommands as messaging } from '@devchitchat/contracts';
import { ApiClient } from './support/api-client';
import { expectAccessible, looks, openLook } from './support/axe';
import { Caller } from './support/callers';
import { expect, test } from './support/fixtures';
import { actOn, escapeDialog, expectInRoom, memberMenu, message, roomMenu, write } from './support/pages';
import { Walk } from './support/walk';

const longText = Array.from({ length: 60 }, (_, line) => `Line ${line} of a long report.`).join('\n');
const markup = [
  '# A heading',
  '> quoted words',
  '',
  '- one',
  '- two with `code`',
  '',
  '||a secret|| and https://devchitchat.example/a and [a name](https://devchitchat.example/b)',
  '```ts',
  `const wide = '${'wide '.repeat(60)}';`,
  '```',
].join('\n');

// As in axe-places.spec.ts.
test.use({ actionTimeout: 20_000 });
// Generous, as in axe.spec.ts: a screen with every emoji takes a busy machine its time.
test.setTimeout(600_000);

for (const look of looks) {
  const on = `on ${look.look}`;

  test(`axe finds nothing in messages of every kind, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { ada, bob, page, name } = walk;
    const roomId = await walk.room(ada, name);
    const link = await home.invite(3);
    for (const guest of ['Cleo', 'Dan', 'Eve']) {
      const client = await ApiClient.join(link, `${guest.toLowerCase()}-${name}`, guest);
      await client.must(messaging.roomJoin, { roomId });
      client.close();
    }
    const first = await walk.hear(roomId, markup);
    await bob.must(messaging.msgEdit, { roomId, msgId: first.msgId, revision: 0, text: `${markup}\nedited` });
    await ada.must(messaging.msgReact, { roomId, msgId: first.msgId, emoji: '👍' });
    await ada.must(messaging.msgPin, { roomId, msgId: first.msgId });
    const deleted = await walk.hear(roomId, 'soon gone');
    await walk.hear(roomId, 'in between');
    await ada.must(messaging.msgDelete, { roomId, msgId: deleted.msgId });
    await walk.hear(roomId, longText);
    await ada.must(messaging.roomUpdate, { roomId, topic: 'Another topic' });
    await ada.must(messaging.memberMute, { roomId, userId: bob.user.userId, seconds: 3_600, reason: 'Quiet' });
    await walk.open(roomId, name);
    await expect(page.getByRole('button', { name: 'Show more' })).toBeVisible();
    await expectAccessible(page, 'messages, folded');
    await page.getByRole('button', { name: 'Show more' }).click();
    await page
      .getByRole('button', { name: /others/ })
      .first()
      .click();
    const spoiler = page.getByRole('button', { name: 'Spoiler' });
    if (look.isPhone) await spoiler.tap();
    else {
      // Focus and mouse show the actions of a message.
      await message(page, 'A heading').getByRole('button', { name: /^👍/ }).focus();
      await spoiler.click();
    }
    await expectAccessible(page, 'messages, unfolded');
    await message(page, 'A heading').getByRole('button', { name: 'edited' }).click();
    await expect(page.getByRole('dialog', { name: 'Edit history' })).toBeVisible();
    await expectAccessible(page, 'edit history');
    await escapeDialog(page);
    if (look.isPhone) {
      await message(page, 'in between').tap();
      await expect(page.getByRole('dialog', { name: 'Message actions' })).toBeVisible();
      await expectAccessible(page, 'sheet of a message');
    } else {
      await message(page, 'in between').hover();
      await expectAccessible(page, 'actions of a message');
      await actOn(page, 'in between', 'Mark as unread');
      await expectAccessible(page, 'unread mark');
    }
    walk.close();
  });

  test(`axe finds nothing in the composer, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { ada, bob, page, name } = walk;
    const roomId = await walk.room(bob, name);
    const field = page.getByRole('textbox', { name: 'Message', exact: true });
    await walk.open(roomId, name);
    await walk.hear(roomId, 'A question?');
    await expect(message(page, 'A question?')).toBeVisible();
    await field.pressSequentially('@');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'people to mention');
    await field.fill('');
    await field.pressSequentially(':sm');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'emoji to insert');
    await field.fill('');
    await page.getByRole('button', { name: 'Emoji', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Flags' })).toBeAttached();
    await expectAccessible(page, 'emoji of the composer');
    await escapeDialog(page);
    await field.fill('Hear me, @everyone');
    await expectAccessible(page, 'mention in vain');
    await field.fill('a'.repeat(9_000));
    await expectAccessible(page, 'text that is too long');
    await field.fill('');
    await message(page, 'A question?').focus();
    await page.keyboard.press('r');
    await expect(page.getByRole('button', { name: 'Cancel Esc' })).toBeVisible();
    await expectAccessible(page, 'answering');
    await page.keyboard.press('Escape');

    await bob.must(messaging.roomUpdate, { roomId, slowModeSeconds: 21_600 });
    await expect(page.getByRole('status', { name: 'Slow mode' })).toContainText('6 hours');
    await write(page, 'sent at once');
    await write(page, 'sent later');
    await expect(message(page, 'sent later')).toContainText('Waiting for slow mode');
    await expectAccessible(page, 'waiting for slow mode');
    await bob.must(messaging.memberMute, { roomId, userId: ada.user.userId, seconds: 3_600, reason: 'Enough' });
    await expect(page.getByRole('status', { name: 'Muted' })).toBeVisible();
    await expectAccessible(page, 'muted');
    walk.close();
  });

  test(`axe finds nothing in the search, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { ada, page, name } = walk;
    await walk.open(await walk.room(ada, name), name);
    const box = page.getByRole('searchbox', { name: 'Search' });
    await box.click();
    await expect(page.getByRole('option').first()).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expectAccessible(page, 'search tips');
    await box.fill('from:');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectAccessible(page, 'people to search');
    for (const [text, words] of [
      ['qqzzqq', 'No messages found'],
      ['from:nobodyatall hello', 'nobodyatall'],
    ] as const) {
      await box.fill(text);
      await box.press('Enter');
      await expect(page.getByRole('region', { name: 'Search results' }).getByRole('listitem')).toContainText(words);
      await expectAccessible(page, `search for ${text}`);
    }
    walk.close();
  });

  test(`axe finds nothing in the dialogs of a room, ${on}`, async ({ home, newPerson }) => {
    const walk = await Walk.begin(home, newPerson, look);
    const { ada, bob, page, name } = walk;
    const [taken, roomId] = [`${name} taken`, await walk.room(ada, name)];
    await bob.must(messaging.roomCreate, { name: taken, kind: 'public' });
    const banned = await ApiClient.join(await home.invite(), `banned-${name}`, 'Banned');
    await ada.must(messaging.memberBan, { roomId, userId: banned.user.userId });
    banned.close();
    await walk.open(roomId, name);
    await roomMenu(page, 'Edit room');
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(taken);
    await page.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog').getByText('already has this name')).toBeVisible();
    await expectAccessible(page, 'refused name');
    await escapeDialog(page);
    for (const entry of ['Leave room', 'Delete room', 'Invite links', 'Add person']) {
      await roomMenu(page, entry);
      await expect(page.getByRole('dialog')).toBeVisible();
      if (entry === 'Invite links') {
        await page.getByRole('button', { name: 'Create link' }).click();
        await expect(page.getByRole('heading', { name: 'Links', exact: true })).toBeVisible();
      }
      await expectAccessible(page, entry);
      await escapeDialog(page);
    }
    for (const entry of ['Make owner', 'Mute', 'Remove from room', 'Ban from room']) {
      await memberMenu(page, bob.user.displayName, entry);
      await expect(page.getByRole('dialog')).toBeVisible();
      await expectAccessible(page, entry);
      await escapeDialog(page);
    }
    await ada.must(messaging.memberSetRole, { roomId, userId: bob.user.userId, role: 'mod' });
    await ada.must(messaging.memberMute, { roomId, userId: bob.user.userId, seconds: 3_600, reason: 'Quiet' });
    const panel = page.getByRole('complementary', { name: 'Members' });
    await expect(panel.getByText('muted')).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Unban Banned' })).toBeVisible();
    await expectAccessible(page, 'moderators and banned people');
    walk.close();
  });

  test(`axe finds nothing in a call, ${on}`, async ({ home, newPerson }) => {
    let opened = 0;
    const open = () => (opened++ === 0 ? openLook(newPerson, look) : newPerson());
    const room = `call ${on}`;
    const [ada, bob] = (await Caller.arrive(room, ['Ada', 'Bob'], open, home.invite)) as [Caller, Caller];
    const { page } = ada;
    await bob.join();
    await expect(page.getByText('Bob is in the call')).toBeVisible();
    await page.getByRole('button', { name: 'Room menu' }).click();
    await expect(page.getByRole('menuitem', { name: 'End call for everyone' })).toBeVisible();
    await expectAccessible(page, 'menu of a room with a call');
    await page.keyboard.press('Escape');
    await expectAccessible(page, 'a call of others');
    await ada.join();
    await ada.expectToHear([bob], [ada, bob]);
    await expectAccessible(page, 'a call without pictures');
    await bob.button('Mute').click();
    await ada.button('Deafen').click();
    await bob.button('Share screen').click();
    await bob.button('Camera').click();
    await expect(ada.tile(bob, 'screen')).toBeVisible();
    await expect(ada.tile(bob, 'camera')).toBeVisible();
    await expectAccessible(page, 'two pictures');
    await page.getByRole('button', { name: 'Spotlight Bob, screen' }).click();
    await expectAccessible(page, 'a large screen');
    if (look.isPhone) {
      await page.getByRole('button', { name: 'Bob: volume and connection' }).click();
      await expectAccessible(page, 'volume of a person');
      await escapeDialog(page);
    }
    await page.evaluate(`navigator.mediaDevices.getUserMedia = async () => {
      throw new DOMException('Permission denied', 'NotAllowedError');
    }`);
    await ada.button('Camera').click();
    await expect(page.getByRole('alert').getByRole('button', { name: 'Try again' })).toBeVisible();
    await expectAccessible(page, 'a camera that is not allowed');
    await page.getByRole('button', { name: 'People and videos' }).click();
    await expectAccessible(page, 'a folded call');
    await page.goto(`${home.product.url}/#/`);
    // On a phone, the call is below the list of rooms.
    if (!look.isPhone) {
      await page.getByRole('link', { name: 'lobby', exact: true }).click();
      await expectInRoom(page, 'lobby');
    }
    await expect(page.getByRole('region', { name: 'Call' }).getByRole('link', { name: room })).toBeVisible();
    await expectAccessible(page, 'a call in another room');
  });
}
