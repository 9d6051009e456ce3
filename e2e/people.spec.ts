import { authCommands as auth, messagingCommands as messaging } from '@devchitchat/contracts';
import type { Page } from '@playwright/test';
import { everythingKept } from './support/browser-storage';
import { eventually, promptly } from './support/eventually';
import { expect, test, type TestProduct } from './support/fixtures';
import { expectInRoom, joinByInvite, message, write } from './support/pages';
import { post, ApiClient } from './support/api-client';

/** Signs a page in as the product's admin and opens the page of people. */
async function openPeople(page: Page, { product: { url }, admin }: TestProduct): Promise<void> {
  const [name = '', ...value] = admin.cookie.split('=');
  await page.context().addCookies([{ name, value: value.join('='), url }]);
  await page.goto(`${url}/#/people`);
  const heading = page.getByRole('heading', { name: 'People', level: 1 });
  await expect(heading).toBeVisible();
  // The bar is at the top however little is below it.
  expect((await heading.boundingBox())?.y).toBeLessThan(60);
}

const account = (page: Page, name: string) =>
  page.getByRole('list', { name: 'Accounts' }).getByRole('listitem').filter({ hasText: name });

/** Filters the list, which shows only some of the accounts at once. */
const look = (page: Page, name: string) => page.getByRole('textbox', { name: 'Search people' }).fill(name);

async function choose(page: Page, name: string, action: string): Promise<void> {
  await look(page, name);
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

async function setPassword(page: Page, password: string): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('textbox', { name: 'New password' }).fill(password);
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByText('Your password was saved.')).toBeVisible();
}

async function signIn(page: Page, handle: string, password: string): Promise<void> {
  await page.getByRole('textbox', { name: 'Handle' }).fill(handle);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test('an admin disables a person, whose page closes with the reason, and enables them again', async ({
  home,
  newPerson,
}) => {
  const [ada, grace] = [await newPerson(), await newPerson()];
  await joinByInvite(grace, await home.invite(), 'disabled-grace', 'Grace Doe');
  await write(grace, 'Words that stay');
  await expect(message(grace, 'Words that stay')).toBeVisible();
  await expect.poll(() => everythingKept(grace)).toContain('Words that stay');
  await setPassword(grace, 'correct horse battery');

  await openPeople(ada, home);
  await ada.getByRole('textbox', { name: 'Search people' }).fill('grace doe');
  await look(ada, 'Grace Doe');
  await expect(account(ada, 'Grace Doe')).toContainText('1 device');
  await choose(ada, 'Grace Doe', 'Disable…');
  const dialog = ada.getByRole('dialog', { name: 'Disable Grace Doe?' });
  await dialog.getByRole('textbox', { name: 'Reason' }).fill('Shared the password');
  await dialog.getByRole('button', { name: 'Disable Grace Doe' }).click();
  await expect(account(ada, 'Grace Doe')).toContainText('disabled');

  await expect(grace.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(grace.getByRole('alert')).toContainText('An admin has disabled your account.');
  await expect(grace.getByRole('alert')).toContainText('Shared the password');
  await expect.poll(() => everythingKept(grace)).not.toContain('Words that stay');
  await signIn(grace, 'disabled-grace', 'wrong horse battery');
  await expect(grace.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription(/wrong/);
  await signIn(grace, 'disabled-grace', 'correct horse battery');
  await expect(grace.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription(
    'An admin disabled this account. Ask an admin to enable it.',
  );

  await choose(ada, 'Grace Doe', 'Enable');
  await expect(account(ada, 'Grace Doe')).toContainText('not signed in');
  await signIn(grace, 'disabled-grace', 'correct horse battery');
  await expectInRoom(grace, 'lobby');
  await expect(message(grace, 'Words that stay')).toBeVisible();

  await ada.getByRole('radio', { name: 'Log' }).check();
  const log = ada.getByRole('list', { name: 'Log' });
  await expect(log.getByText('Admin enabled Grace Doe.')).toBeVisible();
  await expect(log.getByText('Admin disabled Grace Doe. Reason: Shared the password')).toBeVisible();
});

test('everyone in a room sees which members are disabled', async ({ home, newPerson }) => {
  const bob = await newPerson();
  const grace = await ApiClient.join(await home.invite(), 'greyed-grace', 'Grace G.');
  await joinByInvite(bob, await home.invite(), 'greyed-bob', 'Bob G.');
  await bob.getByRole('button', { name: 'Members' }).click();
  const member = bob.getByRole('listitem').filter({ hasText: 'Grace G.' });
  await expect(member).toBeVisible();
  await home.admin.must(auth.userDisable, { userId: grace.user.userId });
  await expect(member).toContainText('disabled');
  await expect(
    bob.getByRole('list', { name: 'Offline' }).getByRole('listitem').filter({ hasText: 'Grace G.' }),
  ).toBeVisible();
  grace.close();
});

test('a recovery link signs a person in once and sets a new password', async ({ home, newPerson }) => {
  const [ada, grace] = [await newPerson(), await newPerson({ viewport: { width: 390, height: 844 }, hasTouch: true })];
  const lost = await ApiClient.join(await home.invite(), 'lost-grace', 'Grace Lost');

  await openPeople(ada, home);
  await choose(ada, 'Grace Lost', 'Recovery link');
  const dialog = ada.getByRole('dialog', { name: 'Recovery link for Grace Lost' });
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Recovery link' }).inputValue();
  await expect(dialog).toContainText('expires in 24 hours');
  await dialog.getByRole('button', { name: 'Done' }).click();

  await grace.goto(link);
  await expect(grace.getByRole('heading', { name: 'Welcome back, Grace Lost' })).toBeVisible();
  await grace.getByRole('textbox', { name: 'New password' }).fill('correct horse battery');
  await grace.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectInRoom(grace, 'lobby');
  await eventually('the end of the lost device’s session', () => !lost.socket.connected || undefined);
  lost.close();
  const { reply } = await post(home.product.url, auth.signIn, {
    handle: 'lost-grace',
    password: 'correct horse battery',
  });
  expect(reply).toMatchObject({ ok: true });

  const thief = await newPerson();
  await thief.goto(link);
  await expect(thief.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
  await ada.getByRole('radio', { name: 'Log' }).check();
  await expect(ada.getByText('Grace Lost signed in with a recovery link.')).toBeVisible();
  await expect(ada.getByText('Admin created a recovery link for Grace Lost.')).toBeVisible();
});

test('an admin makes a person an admin, ends their sessions and removes the role', async ({ home, newPerson }) => {
  const [ada, grace] = [await newPerson(), await newPerson()];
  await joinByInvite(grace, await home.invite(), 'made-grace', 'Grace Made');
  await openPeople(ada, home);
  await choose(ada, 'Grace Made', 'Make admin');
  await ada.getByRole('button', { name: 'Make Grace Made an admin' }).click();
  await expect(account(ada, 'Grace Made')).toContainText('admin');
  await grace.getByRole('link', { name: 'People' }).click();
  await look(grace, 'Grace Made');
  await expect(account(grace, 'Grace Made')).toContainText('you');

  await choose(ada, 'Grace Made', 'Remove admin');
  await ada.getByRole('button', { name: 'Remove Grace Made as an admin' }).click();
  await expect(grace.getByRole('link', { name: 'People' })).toHaveCount(0);
  await choose(ada, 'Grace Made', 'End sessions');
  await ada.getByRole('button', { name: 'Sign Grace Made out' }).click();
  await expect(account(ada, 'Grace Made')).toContainText('not signed in');
  await expect(grace.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});

test('every gateway closes the sockets of a disabled account within a second', async ({
  doubled: home,
  anotherGateway,
}) => {
  const gone = await ApiClient.join(await home.invite(), 'disabled-everywhere');
  const elsewhere = await ApiClient.connect(anotherGateway, gone.cookie, gone.user);
  const { userId } = gone.user;
  for (const { socket } of [gone, elsewhere]) socket.io.reconnection(false);
  await home.admin.must(auth.userSetRole, { userId, role: 'admin' });
  await eventually('the new admin’s rights', async () => (await elsewhere.ask(auth.auditList, {})).ok || undefined);
  const link = new URL(await gone.inviteLink());

  await home.admin.must(auth.userDisable, { userId, reason: 'Left' });
  for (const { socket, events } of [gone, elsewhere]) {
    await promptly(
      'the end of a socket',
      () => !socket.connected || undefined,
      1_000,
      () => home.admin.lobby(),
    );
    expect(events.map(({ type, content }) => ({ type, content }))).toContainEqual({
      type: 'user.disabled',
      content: { reason: 'Left' },
    });
  }
  const again = await fetch(`${anotherGateway}/api/${auth.signOut.name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: anotherGateway, cookie: gone.cookie },
    body: '{}',
  });
  expect(await again.json()).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  const token = link.hash.split('/').at(-1) ?? '';
  const { reply } = await post(home.product.url, auth.invitePreview, { token });
  expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } });
  // Their memberships remain.
  const { rooms } = await home.admin.must(messaging.sync, { rooms: [] });
  expect(JSON.stringify(rooms)).toContain(userId);
});
