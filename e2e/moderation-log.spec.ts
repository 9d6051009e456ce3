import { messagingCommands as messaging } from '@devchitchat/contracts';
import { ApiClient } from './support/api-client';
import { expect, test } from './support/fixtures';
import { createRoom, escapeDialog, joinByInvite, joinPublicRoom, message, roomMenu, write } from './support/pages';

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
  await expect(dialog.getByRole('alert')).toContainText('Only the room’s owner and moderators can do this.');
  await dialog.getByRole('button', { name: 'Try again' }).click();
  await expect(dialog.getByRole('alert')).toContainText('Only the room’s owner and moderators can do this.');
  await escapeDialog(grace);
  await grace.getByRole('button', { name: 'Room menu' }).click();
  await expect(grace.getByRole('menuitem', { name: 'Moderation log' })).toHaveCount(0);
  await grace.keyboard.press('Escape');

  await createRoom(grace, 'peace');
  await roomMenu(grace, 'Moderation log');
  await expect(dialog).toContainText('No moderation actions yet.');
  owner.close();
});
