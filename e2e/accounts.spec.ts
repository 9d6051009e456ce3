import { authCommands as auth, messagingCommands as messaging } from '@devchitchat/contracts';
import type { Page } from '@playwright/test';
import { everythingKept } from './support/browser-storage';
import { eventually, promptly } from './support/eventually';
import { expect, test } from './support/fixtures';
import {
  createRoom,
  joinByInvite,
  joinPublicRoom,
  memberMenu,
  message,
  messages,
  roomMenu,
  write,
} from './support/pages';
import { ApiClient } from './support/api-client';

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
}

test('a person deletes their account with all content, and no browser keeps any of it', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'deletes-ada', 'Ada Stays');
  await joinByInvite(grace, await home.invite(), 'deletes-grace', 'Grace Leaves');
  await createRoom(grace, 'farewell');
  await write(grace, 'My secret recipe');
  await joinPublicRoom(ada, 'farewell');
  await write(ada, 'I shall miss it.');
  await expect(message(ada, 'My secret recipe')).toContainText('Grace Leaves');
  await expect.poll(() => everythingKept(ada)).toContain('My secret recipe');

  const lou = await ApiClient.join(await home.invite(), 'deletes-lou', 'Lou D.');
  const farewell = (await lou.must(messaging.roomList, {})).rooms.find(({ name }) => name === 'farewell');
  if (!farewell) throw new Error('The room is not listed.');
  await lou.must(messaging.roomJoin, { roomId: farewell.roomId });
  lou.close();
  await memberMenu(grace, 'Lou D.', 'Ban from room');
  await grace.getByRole('textbox', { name: 'Reason' }).fill('My secret grudge');
  await grace.getByRole('button', { name: 'Ban Lou D.' }).click();
  await expect.poll(() => everythingKept(ada)).toContain('My secret grudge');

  await openSettings(grace);
  await grace.getByRole('textbox', { name: 'New password' }).fill('correct horse battery');
  await grace.getByRole('button', { name: 'Save password' }).click();
  await expect(grace.getByText('Your password was saved.')).toBeVisible();
  await grace.getByRole('button', { name: 'Delete account…' }).click();
  const dialog = grace.getByRole('dialog', { name: 'Delete your account?' });
  await dialog.getByRole('radio', { name: 'My name and all my messages' }).check();
  const confirm = dialog.getByRole('button', { name: 'Delete my account' });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Your handle' }).fill('Deletes-Grace');
  await confirm.click();
  await expect(dialog.getByText('That’s not your password. Nothing was deleted.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  // Anything loaded from here on arrives after the end of the session.
  await grace.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 5_000));
    await route.continue();
  });
  await confirm.click();
  await expect(grace.getByRole('heading', { name: 'Your account is deleted' })).toBeVisible();
  await grace.unrouteAll({ behavior: 'ignoreErrors' });
  expect(await everythingKept(grace)).not.toMatch(/My secret|Grace Leaves|deletes-grace/);

  await expect(ada.getByRole('log', { name: 'Messages' })).toContainText('Deleted user left');
  await expect(message(ada, 'I shall miss it.')).toBeVisible();
  await expect.poll(() => everythingKept(ada)).not.toMatch(/My secret|Grace Leaves|deletes-grace/);
  await expect(messages(ada)).toHaveCount(1);
  await roomMenu(ada, 'Delete room');
  await expect(ada.getByRole('dialog', { name: 'Delete farewell?' })).toBeVisible();
});

test('every gateway closes the sockets of a deleted account within a second', async ({
  doubled: home,
  anotherGateway,
}) => {
  const gone = await ApiClient.join(await home.invite(), 'deleted-everywhere');
  const elsewhere = await ApiClient.connect(anotherGateway, gone.cookie, gone.user);
  for (const { socket } of [gone, elsewhere]) socket.io.reconnection(false);
  await home.admin.must(auth.userSetRole, { userId: gone.user.userId, role: 'admin' });
  await eventually('the new admin’s rights', async () => (await elsewhere.ask(auth.auditList, {})).ok || undefined);
  const answer = await fetch(`${home.product.url}/api/${auth.accountDelete.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: home.product.url, cookie: gone.cookie },
    body: JSON.stringify({ words: 'keep' }),
  });
  expect(answer.headers.getSetCookie().join()).toContain('Max-Age=0');
  for (const { socket } of [gone, elsewhere]) {
    await promptly(
      'the end of a socket',
      () => !socket.connected || undefined,
      1_000,
      () => home.admin.lobby(),
    );
  }
  const { rooms } = await home.admin.must(messaging.sync, { rooms: [] });
  const [members = []] = rooms.flatMap((room) =>
    room.kind === 'snapshot' && room.snapshot.room.createdBy === null ? [room.snapshot.members] : [],
  );
  const here = members.map(({ userId }) => userId);
  expect(here).toContain(home.admin.user.userId);
  expect(here).not.toContain(gone.user.userId);
});
