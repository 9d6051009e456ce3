import { authCommands as auth, messagingCommands as messaging } from '@devchitchat/contracts';
import type { Locator, Page } from '@playwright/test';
import { everythingKept } from './support/browser-storage';
import { eventually, promptly } from './support/eventually';
import { expect, test } from './support/fixtures';
import {
  actOn,
  asAdmin,
  createRoom,
  escapeDialog,
  expectInRoom,
  joinByInvite,
  joinPublicRoom,
  memberMenu,
  message,
  openRoom,
  roomLink,
  roomMenu,
  write,
} from './support/pages';
import { post, ApiClient } from './support/api-client';

test('a moderator removes, bans and unbans a person, who sees the reasons', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'moderation-ada', 'Ada M.');
  await joinByInvite(grace, await home.invite(), 'moderation-grace', 'Grace M.');
  await createRoom(ada, 'chess');
  await write(ada, 'White to move.');
  await joinPublicRoom(grace, 'chess');
  await expect(message(grace, 'White to move.')).toBeVisible();

  await memberMenu(ada, 'Grace M.', 'Remove from room');
  const removal = ada.getByRole('dialog', { name: 'Remove Grace M. from chess?' });
  await removal.getByRole('textbox', { name: 'Reason' }).fill('Touched a piece');
  await removal.getByRole('button', { name: 'Remove Grace M.' }).click();
  await expect(removal).toHaveCount(0);
  await expect(grace.getByRole('alert')).toContainText('Ada M. removed you from chess. Reason: Touched a piece');
  await expect(roomLink(grace, 'chess')).toHaveCount(0);
  await expectInRoom(grace, 'lobby');
  await expect.poll(() => everythingKept(grace)).not.toContain('White to move.');
  await grace.context().setOffline(true);
  const [told, connection] = [grace.locator('.notices .notice'), grace.getByRole('status', { name: 'Connection' })];
  await expect(connection).toContainText(/offline|reconnecting/i);
  await expect.poll(() => overlap(told, connection)).toBe(false);
  await grace.context().setOffline(false);
  await grace.getByRole('button', { name: 'Dismiss' }).click();
  await expect(grace.getByRole('alert')).toHaveText('');

  await joinPublicRoom(grace, 'chess');
  await memberMenu(ada, 'Grace M.', 'Ban from room');
  await ada.getByRole('button', { name: 'Ban Grace M.' }).click();
  await expect(grace.getByRole('alert')).toContainText('Ada M. banned you from chess.');
  await grace.getByRole('button', { name: 'Browse rooms' }).click();
  await grace.getByRole('button', { name: 'Join chess', exact: true }).click();
  await expect(grace.getByText("You're banned from this room.")).toBeVisible();
  await grace.keyboard.press('Escape');

  const banned = ada.getByRole('list', { name: 'Banned' });
  await expect(banned).toContainText('by Ada M.');
  await banned.getByRole('button', { name: 'Unban Grace M.' }).click();
  await expect(banned).toHaveCount(0);
  await joinPublicRoom(grace, 'chess');
  await expect(message(grace, 'White to move.')).toBeVisible();
});

test('an admin moderates the lobby and takes over a room without an owner', async ({ home, newPerson }) => {
  const carl = await ApiClient.join(await home.invite(), 'lobby-carl', 'Carl L.');
  const lobby = await carl.lobby();
  const said = { roomId: lobby, clientMsgId: crypto.randomUUID(), text: 'Buy my good things' };
  await carl.must(messaging.msgSend, said);
  const left = await carl.must(messaging.roomCreate, { name: 'left alone', kind: 'public' });
  await carl.must(messaging.roomLeave, { roomId: left.room.roomId });

  const page = await asAdmin(await newPerson(), home);
  await openRoom(page, 'lobby');
  await actOn(page, said.text, 'Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete message' }).click();
  await expect(message(page, said.text)).toHaveCount(0);
  await memberMenu(page, 'Carl L.', 'Mute');
  await page.getByRole('dialog').getByRole('button', { name: 'Mute Carl L.' }).click();
  const members = page.getByRole('complementary', { name: 'Members' });
  await expect(members).toContainText('The admins run the lobby.');
  await expect(members.getByRole('listitem').filter({ hasText: 'Carl L.' })).toContainText('muted');
  expect(await carl.ask(messaging.msgSend, { ...said, clientMsgId: crypto.randomUUID() })).toMatchObject({
    ok: false,
    error: { code: 'forbidden' },
  });

  await joinPublicRoom(page, 'left alone');
  await expect(members).toContainText('This room has no owner.');
  await roomMenu(page, 'Become the owner');
  await expect(members).not.toContainText('This room has no owner.');
  await expect(members.getByRole('listitem').filter({ hasText: 'you' })).toContainText('owner');
  carl.close();
});

test('a muted person can read, and write again afterwards', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'mute-ada', 'Ada Q.');
  await joinByInvite(grace, await home.invite(), 'mute-grace', 'Grace Q.');
  await createRoom(ada, 'library');
  await joinPublicRoom(grace, 'library');

  await memberMenu(ada, 'Grace Q.', 'Mute');
  const dialog = ada.getByRole('dialog', { name: 'Mute Grace Q. in library?' });
  await dialog.getByRole('combobox', { name: 'For' }).selectOption('1 hour');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('People are reading');
  await dialog.getByRole('button', { name: 'Mute Grace Q.' }).click();
  const notice = grace.getByRole('status', { name: 'Muted' });
  await expect(notice).toContainText('Ada Q. muted you here until');
  await expect(notice).toContainText('Reason: People are reading');
  await write(grace, 'But listen');
  await expect(message(grace, 'But listen')).toContainText("You're muted in this room for another 60 min.");
  await write(ada, 'Thank you.');
  await expect(message(grace, 'Thank you.')).toBeVisible();
  await expect(message(ada, 'But listen')).toHaveCount(0);

  await memberMenu(ada, 'Grace Q.', 'Unmute');
  await expect(notice).toHaveCount(0);
  await write(grace, 'Sorry');
  await expect(message(ada, 'Sorry')).toBeVisible();
});

/** Changes settings of the open room. */
async function setRoom(page: Page, setting: string, choice: string): Promise<void> {
  await roomMenu(page, 'Edit room');
  const dialog = page.getByRole('dialog', { name: 'Edit room' });
  await dialog.getByRole('combobox', { name: setting }).selectOption(choice);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);
}

test('slow mode queues a member’s messages and sends each when allowed, without loss', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'slow-ada', 'Ada S.');
  await joinByInvite(grace, await home.invite(), 'slow-grace', 'Grace S.');
  await createRoom(ada, 'debate');
  await joinPublicRoom(grace, 'debate');
  const slowMode = (page: Page) => page.getByRole('status', { name: 'Slow mode' });
  const timer = grace.getByRole('timer', { name: 'Until your next message' });
  await expect(slowMode(grace)).toHaveText('');

  await setRoom(ada, 'Slow mode', '5 seconds');
  await expect(slowMode(grace)).toHaveText('Slow mode: one message every 5 seconds.');
  await expect(slowMode(ada)).toHaveText('Slow mode: members wait 5 seconds between messages.');
  await expect(timer).toHaveCount(0);
  await write(grace, 'First point');
  await expect(timer).toContainText('You can send your next message in');
  await write(grace, 'Second point');
  await expect(message(grace, 'Second point')).toContainText('Waiting for slow mode. It will be sent automatically.');
  await write(ada, 'Nobody holds me up');
  await write(ada, 'at all');
  await expect(message(grace, 'at all')).toBeVisible();
  await expect(message(ada, 'Second point')).toBeVisible();
  await expect(message(grace, 'Second point')).not.toContainText('Waiting for slow mode');

  await setRoom(ada, 'Slow mode', '6 hours');
  await expect(slowMode(grace)).toHaveText('Slow mode: one message every 6 hours.');
  await write(grace, 'Third point');
  await expect(message(grace, 'Third point')).toContainText('Waiting for slow mode');
  // The browser stores waiting messages, so they survive a reload.
  await grace.reload();
  await expect(message(grace, 'Third point')).toContainText('Waiting for slow mode');
  await expect(timer).toContainText('hours');
  await expect(message(ada, 'Third point')).toHaveCount(0);
  await actOn(grace, 'Second point', 'Edit');
  await grace.getByRole('textbox', { name: 'Edited message' }).fill('Second, better point');
  await grace.keyboard.press('Enter');
  await expect(message(ada, 'Second, better point')).toBeVisible();

  await write(grace, 'Better left unsaid');
  await message(grace, 'Better left unsaid').getByRole('button', { name: 'Discard' }).click();
  await expect(message(grace, 'Better left unsaid')).toHaveCount(0);
  await expect(grace.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue('Better left unsaid');

  await setRoom(ada, 'Slow mode', 'Off');
  await expect(message(ada, 'Third point')).toBeVisible();
  await expect(message(ada, 'Better left unsaid')).toHaveCount(0);
  await expect(slowMode(grace)).toHaveText('');
  await expect(timer).toHaveCount(0);
});

test('a room’s setting decides whose @everyone mentions everyone', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'all-ada', 'Ada E.');
  await joinByInvite(grace, await home.invite(), 'all-grace', 'Grace E.');
  await createRoom(ada, 'assembly');
  await joinPublicRoom(grace, 'assembly');
  const composer = grace.getByRole('textbox', { name: 'Message', exact: true });
  const everyone = grace.getByRole('listbox', { name: 'People to mention' }).getByRole('option', { name: '@everyone' });

  await composer.pressSequentially('@every');
  await expect(everyone).toHaveCount(0);
  await composer.pressSequentially('one come');
  await expect(composer).toHaveAccessibleDescription(
    'Only the owner and moderators can notify everyone here. Your @everyone won’t.',
  );
  await composer.press('Enter');
  await expect(message(ada, '@everyone come')).not.toHaveClass(/mentions-me/);

  await setRoom(ada, 'Who can use @everyone', 'Everyone');
  await composer.pressSequentially('@every');
  await expect(everyone).toBeVisible();
  await composer.press('Enter');
  await composer.pressSequentially('now');
  await expect(composer).toHaveAccessibleDescription('');
  await composer.press('Enter');
  await expect(message(ada, '@everyone now')).toHaveClass(/mentions-me/);
});

test('an owner appoints moderators and transfers the room', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'roles-ada', 'Ada R.');
  await joinByInvite(grace, await home.invite(), 'roles-grace', 'Grace R.');
  await createRoom(ada, 'garden');
  await joinPublicRoom(grace, 'garden');

  await memberMenu(ada, 'Grace R.', 'Make moderator');
  const row = (page: Page, name: string) =>
    page.getByRole('complementary', { name: 'Members' }).getByRole('listitem').filter({ hasText: name });
  await expect(row(ada, 'Grace R.')).toContainText('mod');
  await grace.getByRole('button', { name: 'Members' }).click();
  await expect(row(grace, 'Ada R.')).toContainText('owner');
  await expectOnlyToWriteTo(grace, 'Ada R.');

  await memberMenu(ada, 'Grace R.', 'Make owner');
  await ada.getByRole('button', { name: 'Make Grace R. the owner' }).click();
  await expect(row(grace, 'Ada R.')).toContainText('mod');
  await expectOnlyToWriteTo(ada, 'Grace R.');
  await grace.getByRole('button', { name: 'Actions for Ada R.' }).click();
  await expect(grace.getByRole('menuitem', { name: 'Remove from room' })).toBeVisible();
});

test('only moderators can read the moderation log, page by page', async ({ home, newPerson }) => {
  const owner = await ApiClient.join(await home.invite(), 'log-ada');
  const grace = await newPerson();
  await joinByInvite(grace, await home.invite(), 'log-grace', 'Grace L.');
  const { roomId } = (await owner.must(messaging.roomCreate, { name: 'court', kind: 'public' })).room;
  await joinPublicRoom(grace, 'court');
  await write(grace, 'xyzzy, a regrettable remark');
  await expect(message(grace, 'xyzzy')).not.toHaveClass(/pending/);
  await grace.getByRole('button', { name: 'Room menu' }).click();
  await expect(grace.getByRole('menuitem', { name: 'Leave room' })).toBeVisible();
  await expect(grace.getByRole('menuitem', { name: 'Moderation log' })).toHaveCount(0);
  await grace.keyboard.press('Escape');

  const { messages } = await owner.must(messaging.msgList, { roomId });
  const [remark] = messages;
  if (!remark) throw new Error('Nothing was said.');
  const whom = { roomId, userId: remark.userId };
  await owner.must(messaging.msgDelete, { roomId, msgId: remark.msgId, reason: 'Uncalled for' });
  await owner.must(messaging.memberMute, { ...whom, seconds: 600, reason: 'To cool down' });
  await owner.must(messaging.memberUnmute, whom);
  await owner.must(messaging.roomUpdate, { roomId, topic: 'Order', slowModeSeconds: 30 });
  for (let at = 0; at < 16; at++) await owner.must(messaging.roomUpdate, { roomId, topic: `Case ${at}` });
  await owner.must(messaging.memberSetRole, { ...whom, role: 'mod' });

  await grace.getByRole('button', { name: 'Room menu' }).press('Enter');
  await grace.getByRole('menuitem', { name: 'Moderation log' }).press('Enter');
  const dialog = grace.getByRole('dialog', { name: 'Moderation log' });
  const acts = dialog.getByRole('list', { name: 'Moderation log' }).getByRole('listitem');
  await expect(acts).toHaveCount(20);
  await expect(acts.first()).toContainText('log-ada made Grace L. a moderator.');
  await expect(acts.nth(1)).toContainText('The room is now called court: Case 15');
  await dialog.getByRole('button', { name: 'Show earlier' }).press('Enter');
  await expect(acts).toHaveCount(22);
  await expect(acts.nth(17)).toContainText('log-ada set slow mode to 30 seconds.');
  await expect(acts.nth(20)).toContainText('log-ada muted Grace L. until');
  await expect(acts.nth(20)).toContainText('Reason: To cool down');
  await expect(acts.last()).toContainText('log-ada deleted a message of Grace L.');
  await expect(acts.last()).toContainText('Reason: Uncalled for');
  await expect(dialog).not.toContainText('xyzzy');
  await expect(dialog.getByRole('button', { name: 'Show earlier' })).toHaveCount(0);
  await escapeDialog(grace);

  await grace.getByRole('button', { name: 'Room menu' }).press('Enter');
  await grace.getByRole('menuitem', { name: 'Moderation log' }).press('Enter');
  await expect(acts).toHaveCount(20);
  await owner.must(messaging.memberSetRole, { ...whom, role: 'member' });
  await dialog.getByRole('button', { name: 'Show earlier' }).click();
  await expect(dialog.getByRole('alert')).toContainText("Only the room's owner and moderators can do this.");
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('alert')).toContainText("Only the room's owner and moderators can do this.");
  await escapeDialog(grace);
  await grace.getByRole('button', { name: 'Room menu' }).click();
  await expect(grace.getByRole('menuitem', { name: 'Moderation log' })).toHaveCount(0);
  await grace.keyboard.press('Escape');

  await createRoom(grace, 'peace');
  await roomMenu(grace, 'Moderation log');
  await expect(dialog).toContainText('No moderation actions yet.');
  owner.close();
});

/** Expects the one menu entry that a person without a higher role has for another. */
async function expectOnlyToWriteTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Message']);
  await page.keyboard.press('Escape');
}

const removals = { kick: messaging.memberKick, ban: messaging.memberBan };

for (const way of ['kick', 'ban'] as const) {
  test(`after a ${way} no gateway delivers anything of the room to the person’s sockets`, async ({
    doubled: home,
    anotherGateway,
  }) => {
    const link = await home.invite(2);
    const owner = await ApiClient.join(link, `${way}-owner`);
    const witness = await ApiClient.connect(anotherGateway, owner.cookie, owner.user);
    const gone = await ApiClient.join(link, `${way}-gone`);
    const elsewhere = await ApiClient.connect(anotherGateway, gone.cookie, gone.user);
    const { roomId } = (await owner.must(messaging.roomCreate, { name: `${way} vault`, kind: 'private' })).room;
    const { userId } = gone.user;
    await owner.must(messaging.roomMemberAdd, { roomId, userId });
    let said = 0;
    const say = () => {
      said += 1;
      return owner.must(messaging.msgSend, { roomId, clientMsgId: crypto.randomUUID(), text: `xyzzy ${said}` });
    };
    await say();
    for (const socket of [gone, elsewhere]) {
      await eventually('the first message', () => socket.heard(roomId).length === 1 || undefined);
    }

    await owner.must(removals[way], { roomId, userId });
    await say();
    for (const socket of [gone, elsewhere]) {
      expect(await socket.ask(messaging.msgList, { roomId })).toMatchObject({ error: { code: 'not_found' } });
      expect((await socket.must(messaging.searchQuery, { text: 'xyzzy' })).hits).toEqual([]);
      expect((await socket.must(messaging.sync, { rooms: [{ roomId, after: 0 }] })).gone).toEqual([roomId]);
      expect(await socket.ask(messaging.roomJoin, { roomId })).toMatchObject({ error: { code: 'not_found' } });
    }
    await say();
    for (const socket of [owner, witness]) {
      await eventually('the last message', () => socket.heard(roomId).at(-1)?.body.seq === said || undefined);
    }
    for (const socket of [gone, elsewhere]) {
      // Its answer arrives after everything that its gateway sent before.
      await socket.lobby();
      const heard = socket.events.filter(({ scope }) => scope.id === roomId).map(({ type }) => type);
      expect(heard).toEqual(['member.joined', 'message.sent', way === 'kick' ? 'member.kicked' : 'member.banned']);
      socket.close();
    }
    expect(owner.heard(roomId)).toHaveLength(said);
    for (const socket of [owner, witness]) socket.close();
  });
}

test('no gateway delivers to or accepts a revoked session', async ({ doubled: home, anotherGateway }) => {
  const link = await home.invite(2);
  const speaker = await ApiClient.join(link, 'revoked-speaker');
  const here = await ApiClient.join(link, 'revoked-gone');
  const elsewhere = await ApiClient.connect(anotherGateway, here.cookie, here.user);
  const { roomId } = (await speaker.must(messaging.roomCreate, { name: 'revoked', kind: 'public' })).room;
  await here.must(messaging.roomJoin, { roomId });
  const say = (text: string) => speaker.must(messaging.msgSend, { roomId, clientMsgId: crypto.randomUUID(), text });
  await say('for both');
  for (const socket of [here, elsewhere]) {
    await eventually('the first message', () => socket.heard(roomId).length === 1 || undefined);
  }

  // A revoked session is not asked to reconnect.
  let gone = 0;
  for (const { socket } of [here, elsewhere]) socket.once('disconnect', () => (gone += 1));
  const { sessions } = await here.must(auth.sessionList, {});
  const own = sessions.find(({ current }) => current);
  if (!own) throw new Error('A device does not find itself among its own.');
  await here.ask(auth.sessionRevoke, { sessionId: own.sessionId });
  await promptly(
    'the end of both sockets',
    () => gone === 2 || undefined,
    1_000,
    () => speaker.lobby(),
  );
  await say('for nobody there');
  for (const url of [home.product.url, anotherGateway]) {
    const { reply } = await post(url, auth.signOut, {}, { cookie: here.cookie });
    expect(reply).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  }
  for (const socket of [here, elsewhere]) {
    expect(socket.heard(roomId).map(({ content }) => content?.text)).toEqual(['for both']);
    socket.close();
  }
  await eventually('the second message', () => speaker.heard(roomId).length === 2 || undefined);
  speaker.close();
});

/** Whether two elements overlap. */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  if (!a || !b) throw new Error('One of the two is not shown.');
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
