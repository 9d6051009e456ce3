import { expectAccessible } from './support/axe';
import { expect, test } from './support/fixtures';
import {
  asAdmin,
  boxOf,
  createRoom,
  escapeDialog,
  expectInRoom,
  joinByInvite,
  joinPublicRoom,
  message,
  openRoom,
  roomLink,
  roomMenu,
  write,
} from './support/pages';

test('a person finds, joins, leaves and rejoins a public room', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'public-ada', 'Ada');
  await joinByInvite(grace, await home.invite(), 'public-grace', 'Grace');

  await createRoom(ada, 'climbing');
  await write(ada, 'Saturday at nine?');
  await grace.reload();
  await expect(grace.getByRole('region', { name: 'Rooms to join' })).toBeVisible();
  await expectAccessible(grace, 'rooms to join');
  await grace.getByRole('button', { name: 'Browse rooms' }).click();
  const directory = grace.getByRole('dialog', { name: 'Browse rooms' });
  await expect(directory.getByRole('button', { name: 'Join climbing', exact: true })).toBeVisible();
  const field = directory.getByRole('textbox', { name: 'Search rooms' });
  await expect(async () => {
    const place = await boxOf(field);
    await field.fill('no room is called this');
    await expect(directory.getByText('No room has this in its name or topic.')).toBeVisible();
    expect(await boxOf(field)).toEqual(place);
  }, 'the field stays in place').toPass();
  await escapeDialog(grace);

  await joinPublicRoom(grace, 'climbing');
  await expect(message(grace, 'Saturday at nine?')).toBeVisible();
  await write(grace, 'I bring the rope.');
  await expect(message(ada, 'I bring the rope.')).toBeVisible();

  await roomMenu(grace, 'Leave room');
  await grace.getByRole('button', { name: 'Leave climbing' }).click();
  await expect(roomLink(grace, 'climbing')).toHaveCount(0);
  await write(ada, 'She is gone.');
  await expect(message(ada, 'She is gone.')).toBeVisible();

  await joinPublicRoom(grace, 'climbing');
  await expect(message(grace, 'She is gone.')).toHaveCount(1);
});

test('a private room is visible only to people who were added', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  const mallory = await newPerson();
  await joinByInvite(ada, await home.invite(), 'private-ada', 'Ada P.');
  await joinByInvite(grace, await home.invite(), 'private-grace', 'Grace P.');
  await joinByInvite(mallory, await home.invite(), 'private-mallory', 'Mallory P.');

  await createRoom(ada, 'surprise party', 'private');
  await write(ada, 'Not a word to Mallory.');
  await roomMenu(ada, 'Add person');
  await ada.getByRole('button', { name: 'Add Grace P.' }).click();
  await openRoom(grace, 'surprise party');
  await expect(message(grace, 'Not a word to Mallory.')).toBeVisible();

  await mallory.getByRole('button', { name: 'Browse rooms' }).click();
  const listing = mallory.getByRole('dialog', { name: 'Browse rooms' });
  await expect(listing.getByText('Loading')).toHaveCount(0);
  await expect(listing).not.toContainText('surprise party');
  await mallory.keyboard.press('Escape');
  await mallory.goto(ada.url());
  await expect(mallory.getByRole('heading', { name: 'There’s no room here that you can see' })).toBeVisible();
  await expect(mallory.getByRole('button', { name: 'Join room' })).toHaveCount(0);
});

test('an invite link admits people to a private room', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'link-ada', 'Ada L.');
  await joinByInvite(grace, await home.invite(), 'link-grace', 'Grace L.');

  await createRoom(ada, 'reading circle', 'private');
  await write(ada, 'Chapter one.');
  await roomMenu(ada, 'Invite links');
  const dialog = ada.getByRole('dialog', { name: 'Invite links for reading circle' });
  // Twice before any answer, as a held Enter key does, and then by a double click: each creates one link, and no token
  // is lost.
  await dialog.getByRole('button', { name: 'Create link' }).evaluate((button: { click(): void }) => {
    button.click();
    button.click();
  });
  const link = await dialog.getByRole('textbox', { name: 'Invite link' }).inputValue();
  await dialog.getByRole('button', { name: 'Create another link' }).dblclick({ delay: 40 });
  await expect(dialog.getByRole('listitem')).toHaveCount(2);
  await ada.keyboard.press('Escape');
  await roomMenu(ada, 'Invite links');
  await expect(dialog.getByRole('listitem')).toHaveCount(2);

  await grace.goto(`${link}.`);
  await expect(grace.getByText('Ada L. invites you to this room. 1 person is in it.')).toBeVisible();
  await grace.getByRole('button', { name: 'Join room' }).click();
  await expectInRoom(grace, 'reading circle');
  await expect(message(grace, 'Chapter one.')).toBeVisible();
});

test('a stranger gets from one link of a room to its first message', async ({ home, newPerson }) => {
  const admin = await asAdmin(await newPerson(), home);
  const friend = await newPerson();
  await createRoom(admin, 'board games', 'private');
  await roomMenu(admin, 'Invite links');
  const dialog = admin.getByRole('dialog', { name: 'Invite links for board games' });
  await dialog.getByRole('button', { name: 'Create link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Invite link' }).inputValue();

  await friend.goto(`${link})`);
  await expect(friend.getByRole('heading', { name: 'board games' })).toBeVisible();
  await expectAccessible(friend, 'a room’s link that creates accounts');
  await friend.getByRole('textbox', { name: 'Handle' }).fill('one-link-friend');
  await friend.getByRole('button', { name: 'Join' }).click();
  await expectInRoom(friend, 'board games');
  await write(friend, 'Whose turn is it?');
});

test('all members are told when a room is renamed or deleted', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'rename-ada', 'Ada D.');
  await joinByInvite(grace, await home.invite(), 'rename-grace', 'Grace D.');
  await createRoom(ada, 'cinema');
  await joinPublicRoom(grace, 'cinema');

  await roomMenu(ada, 'Edit room');
  const dialog = ada.getByRole('dialog', { name: 'Edit room' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('theatre');
  await dialog.getByRole('textbox', { name: 'Topic' }).fill('Tonight: Hamlet');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expectInRoom(grace, 'theatre');
  await expect(grace.getByText('Tonight: Hamlet').first()).toBeVisible();
  await grace.getByRole('button', { name: 'Room menu' }).click();
  await expect(grace.getByRole('menuitem', { name: 'Edit room' })).toHaveCount(0);
  await grace.keyboard.press('Escape');

  await roomMenu(ada, 'Delete room');
  await ada.getByRole('button', { name: 'Delete theatre' }).click();
  await expect(grace.getByRole('alert')).toContainText('Ada D. deleted theatre.');
  for (const page of [ada, grace]) {
    await expect(roomLink(page, 'theatre')).toHaveCount(0);
    await expectInRoom(page, 'lobby');
  }
  await createRoom(ada, 'theatre');
});

test('a room for everybody has everybody and newcomers, but not who left it', async ({ home, newPerson }) => {
  const grace = await newPerson();
  await joinByInvite(grace, await home.invite(), 'everybody-grace', 'Grace E.');
  const admin = await asAdmin(await newPerson(), home);
  await createRoom(admin, 'announcements');
  await write(admin, 'Summer party on Friday.');
  await roomMenu(admin, 'Edit room');
  const dialog = admin.getByRole('dialog', { name: 'Edit room' });
  await dialog.getByRole('checkbox', { name: 'For everybody' }).check();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await openRoom(grace, 'announcements');
  await expect(message(grace, 'Summer party on Friday.')).toBeVisible();

  await roomMenu(grace, 'Leave room');
  await grace.getByRole('button', { name: 'Leave announcements' }).click();
  const newcomer = await newPerson();
  await joinByInvite(newcomer, await home.invite(), 'everybody-new', 'Noor E.');
  await expect(roomLink(newcomer, 'announcements')).toBeVisible();
  await expect(roomLink(grace, 'announcements')).toHaveCount(0);

  await roomMenu(admin, 'Delete room');
  await admin.getByRole('button', { name: 'Delete announcements' }).click();
  await expect(roomLink(newcomer, 'announcements')).toHaveCount(0);
});

test('a page says that a part of it could not be loaded, and is whole after a reload', async ({ home, newPerson }) => {
  const ada = await newPerson();
  await ada.route('**/*.js', async (route) => {
    const response = await route.fetch();
    if ((await response.text()).includes('No room has this in its name or topic.')) await route.abort();
    else await route.fulfill({ response });
  });
  await joinByInvite(ada, await home.invite(), 'rooms-part', 'Ada');
  await ada.getByRole('button', { name: 'Browse rooms' }).click();
  const notice = ada.getByRole('alert').filter({ hasText: 'A part of this page couldn’t be loaded.' });
  await expect(notice).toBeVisible();
  await expectAccessible(ada, 'notice of a missing part');

  await ada.unroute('**/*.js');
  await notice.getByRole('button', { name: 'Reload' }).click();
  await ada.getByRole('button', { name: 'Browse rooms' }).click();
  await expect(ada.getByRole('dialog', { name: 'Browse rooms' })).toBeVisible();
});
