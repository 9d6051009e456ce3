import { authCommands, messagingCommands } from '@devchitchat/contracts';
import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import {
  actOn,
  createRoom,
  expectInRoom,
  joinByInvite,
  message,
  openRoom,
  roomLink,
  signIn,
  write,
} from './support/pages';

const composer = (page: Page) => page.getByRole('textbox', { name: 'Message', exact: true });
const editor = (page: Page) => page.getByRole('textbox', { name: 'Edited message' });

test('two people can talk over plain HTTP on a network name and see which features need HTTPS', async ({
  home,
  newPerson,
}) => {
  // playwright.config.ts resolves the name. Unlike 127.0.0.1, it is not a secure context.
  const lan = async () => (await home.invite()).replace('//127.0.0.1:', '//chat.lan:');
  const [ada, grace] = [await newPerson(), await newPerson()];
  const errors: string[] = [];
  ada.on('pageerror', ({ message }) => errors.push(message));
  await joinByInvite(ada, await lan(), 'lan-ada', 'Ada on the LAN');
  await joinByInvite(grace, await lan(), 'lan-grace', 'Grace on the LAN');
  expect(await ada.evaluate('[isSecureContext, typeof crypto.randomUUID]')).toEqual([false, 'undefined']);
  await createRoom(ada, 'plain');
  await write(ada, 'hello over http');
  await expect(message(ada, 'hello over http')).toBeVisible();
  await write(ada, 'a worrd to mend');
  // The arrow key edits the last message that the server has.
  await expect(message(ada, 'a worrd to mend')).not.toHaveClass(/pending/);
  await composer(ada).press('ArrowUp');
  await editor(ada).fill('a word to mend');
  await editor(ada).press('Enter');

  await grace.getByRole('button', { name: 'Browse rooms' }).click();
  await grace.getByRole('dialog').getByRole('button', { name: 'Join plain', exact: true }).click();
  await expectInRoom(grace, 'plain');
  await expect(message(grace, 'a word to mend')).toBeVisible();
  await actOn(grace, 'hello over http', 'React');
  await grace.getByRole('searchbox', { name: 'Search emoji' }).fill('heart');
  await grace.keyboard.press('Enter');
  await expect(message(ada, 'hello over http').getByRole('group', { name: 'Reactions' })).toBeVisible();
  await actOn(ada, 'a word to mend', 'Delete');
  await ada.getByRole('button', { name: 'Delete message' }).click();
  await expect(message(grace, 'a word to mend')).toHaveCount(0);
  await grace.getByRole('searchbox', { name: 'Search' }).fill('http');
  await expect(grace.getByRole('region', { name: 'Search results' })).toContainText('hello over http');

  await ada.getByRole('button', { name: 'Join call' }).click();
  await expect(ada.getByRole('region', { name: 'Call' }).getByRole('alert')).toContainText('https');
  await ada.getByRole('link', { name: 'Settings' }).click();
  await expect(ada.getByText('Your browser only allows notifications on HTTPS.')).toBeVisible();
  expect(errors).toEqual([]);
});

test('drafts, edits and unsent messages survive a session and are hidden from other users', async ({
  home,
  newPerson,
}) => {
  const ada = await newPerson();
  await joinByInvite(ada, await home.invite(), 'outlived-ada', 'Ada who returns');
  await write(ada, 'outlived: mend me');
  await expect(message(ada, 'outlived: mend me')).toBeVisible();
  const tab = await ada.context().newPage();
  await tab.goto(ada.url());
  await composer(ada).fill('outlived: from one tab');
  await expect(composer(tab)).toHaveValue('outlived: from one tab');
  await composer(ada).press('Enter');
  await expect(composer(tab)).toHaveValue('');
  await tab.close();

  await composer(ada).fill('outlived: a draft');
  await actOn(ada, 'outlived: mend me', 'Edit');
  await editor(ada).fill('outlived: half mended');
  await createRoom(ada, 'elsewhere');
  await roomLink(ada, 'lobby').click();
  await expect(editor(ada)).toHaveValue('outlived: half mended');
  await openRoom(ada, 'elsewhere');
  await ada.context().setOffline(true);
  await expect(ada.getByRole('status', { name: 'Connection' })).toContainText(/offline|reconnecting/i);
  await write(ada, 'outlived: not sent yet');
  await expect(message(ada, 'outlived: not sent yet')).toBeVisible();

  const { users } = await home.admin.must(authCommands.userList, {});
  const { userId } = users.find(({ handle }) => handle === 'outlived-ada')!;
  await home.admin.must(authCommands.userEndSessions, { userId });
  await ada.context().setOffline(false);
  await expect(ada.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  const ended = ada.getByText('Your session on this device has ended.');
  await expect(ended).toBeVisible();

  await joinByInvite(ada, await home.invite(), 'outlived-other', 'Somebody else');
  await expect(composer(ada)).toHaveValue('');
  await expect(roomLink(ada, 'lobby')).not.toHaveAccessibleDescription(/Draft/);
  await expect(ada.getByText(/outlived: (a draft|half mended|not sent yet)/)).toHaveCount(0);
  await ada.getByRole('link', { name: 'Settings' }).click();
  await ada.getByRole('button', { name: 'Sign out', exact: true }).click();
  await ada.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(ada.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(ended).toHaveCount(0);

  const { token } = await home.admin.must(authCommands.recoveryCreate, { userId });
  await ada.goto(`${home.product.url}/#/recovery/${token}`);
  await ada.getByRole('button', { name: 'Sign in', exact: true }).click();
  await roomLink(ada, 'lobby').click();
  await expect(editor(ada)).toHaveValue('outlived: half mended');
  await ada.reload();
  await expect(editor(ada)).toHaveValue('outlived: half mended');
  await editor(ada).press('Enter');
  await expect(message(ada, 'outlived: half mended')).toBeVisible();
  await expect(composer(ada)).toHaveValue('outlived: a draft');
  await openRoom(ada, 'elsewhere');
  await expect(message(ada, 'outlived: not sent yet')).toBeVisible();
  await expect(message(ada, 'outlived: not sent yet')).not.toHaveClass(/pending|failed/);
});

/** Each runs in the page before it starts and breaks a part of its storage. */
const faults = {
  'IndexedDB is absent': `Object.defineProperty(window, 'indexedDB', { value: undefined })`,
  'opening never ends': `IDBFactory.prototype.open = () => new EventTarget()`,
  'no transaction begins': `IDBDatabase.prototype.transaction = () => { throw new Error('broken') }`,
  'nothing can be read': `IDBObjectStore.prototype.get = IDBObjectStore.prototype.getAll = () => { throw new Error('broken') }`,
  'localStorage, locks and service workers are blocked': `for (const [of, name] of [[window, 'localStorage'], [navigator, 'locks'], [navigator, 'serviceWorker']])
    Object.defineProperty(of, name, { get() { throw new Error('blocked') } })`,
};

test('a page works with broken storage and says that it keeps nothing', async ({ home, newPerson }) => {
  const ada = await newPerson();
  await joinByInvite(ada, await home.invite(), 'unkept-ada', 'Ada without a disk');
  const storageState = await ada.context().storageState();
  for (const [fault, script] of Object.entries(faults)) {
    const page = await newPerson({ storageState });
    await page.addInitScript(script);
    await page.goto(home.product.url);
    await expectInRoom(page, 'lobby');
    await expect(page.getByRole('status', { name: 'Storage' })).toContainText('can’t store anything');
    await write(page, `unkept: ${fault}`);
    await expect(message(ada, `unkept: ${fault}`)).toBeVisible();
    await page.context().close();
  }
});

test('a browser whose clock is three days fast shows a new invite as valid and the date as today', async ({
  home,
  newPerson,
}) => {
  const page = await newPerson();
  await page.clock.setSystemTime(Date.now() + 3 * 86_400_000);
  // In a separate room: in a long one, the heading of the day is not rendered.
  const { room } = await home.admin.must(messagingCommands.roomCreate, { name: 'fast clocks', kind: 'private' });
  await signIn(page, home.product.url, home.admin.cookie);
  await page.goto(`${home.product.url}/#/room/${room.roomId}`);
  await write(page, 'said by a clock that is fast');
  await expect(message(page, 'said by a clock that is fast')).toBeVisible();
  await expect(page.getByRole('log').getByText('Today', { exact: true })).toHaveCount(1);
  await page.getByRole('button', { name: 'Invite people' }).click();
  const dialog = page.getByRole('dialog', { name: 'Invite people' });
  await dialog.getByRole('textbox', { name: 'Note' }).fill('for a fast clock');
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = dialog.getByRole('listitem').filter({ hasText: 'for a fast clock' });
  await expect(link).toContainText('expires in 7 days');
  await link.getByRole('button', { name: 'Revoke' }).click();
  await expect(link).toContainText('revoked');
});
