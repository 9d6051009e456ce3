import { messagingCommands as messaging } from '@devchitchat/contracts';
import type { Locator } from '@playwright/test';
import { ApiClient } from './support/api-client';
import { expectAccessible } from './support/axe';
import { everythingKept } from './support/browser-storage';
import { expect, test } from './support/fixtures';
import {
  actOn,
  asAdmin,
  createRoom,
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
  const listed = grace.getByRole('dialog').getByRole('listitem').filter({ hasText: 'chess' });
  await expect(listed).toContainText('You’re banned');
  await expect(listed.getByRole('button')).toHaveCount(0);
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
  await expectAccessible(page, 'a room without an owner');
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

  await grace.getByRole('textbox', { name: 'Message', exact: true }).fill('But listen');
  await memberMenu(ada, 'Grace Q.', 'Mute');
  const dialog = ada.getByRole('dialog', { name: 'Mute Grace Q. in library?' });
  await dialog.getByRole('combobox', { name: 'For' }).selectOption('1 hour');
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('People are reading');
  await dialog.getByRole('button', { name: 'Mute Grace Q.' }).click();
  const notice = grace.getByRole('status', { name: 'Muted' });
  const composer = grace.getByRole('textbox', { name: 'Message', exact: true });
  await expect(notice).toContainText('Ada Q. muted you here until');
  await expect(notice).toContainText('Reason: People are reading');
  await expect(composer).not.toBeEditable();
  await expect(composer).toHaveValue('But listen');
  await expect(grace.getByRole('button', { name: 'Send' })).toBeDisabled();
  await write(ada, 'Thank you.');
  await expect(message(grace, 'Thank you.')).toBeVisible();
  await expect(message(ada, 'But listen')).toHaveCount(0);

  await memberMenu(ada, 'Grace Q.', 'Unmute');
  await expect(notice).toHaveCount(0);
  await composer.press('Enter');
  await expect(message(ada, 'But listen')).toBeVisible();
});

/** Whether two elements overlap. */
async function overlap(one: Locator, other: Locator): Promise<boolean> {
  const [a, b] = await Promise.all([one.boundingBox(), other.boundingBox()]);
  if (!a || !b) throw new Error('One of the two is not shown.');
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

test('a dialog about a member shows its whole question, however long the room’s name', async ({ home, newPerson }) => {
  const ada = await newPerson();
  await joinByInvite(ada, await home.invite(), 'long-ada', 'Ada L.');
  await createRoom(ada, 'x'.repeat(64));
  const grace = await ApiClient.join(await home.invite(), 'long-grace', 'Grace L.');
  await grace.must(messaging.roomJoin, { roomId: ada.url().split('/').at(-1) ?? '' });
  grace.close();
  await memberMenu(ada, 'Grace L.', 'Ban from room');
  const dialog = ada.getByRole('dialog');
  const edges = async (shown: Locator) => {
    const { y, height } = (await shown.boundingBox()) ?? { y: NaN, height: NaN };
    return { top: y, bottom: y + height };
  };
  const question = await edges(dialog.getByRole('heading'));
  expect(question.top).toBeGreaterThan((await edges(dialog)).top);
  expect(question.bottom).toBeLessThan((await edges(dialog.getByText('They’re removed at once'))).top);
});
