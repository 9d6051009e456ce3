import { expect, test } from './support/fixtures';
import { joinByInvite, message, messages, write } from './support/pages';

test('an invite link leads two browsers into one conversation', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'ada', 'Ada Lovelace');
  await joinByInvite(grace, await home.invite(), 'grace', 'Grace Hopper');

  await write(ada, 'Is anybody here?');
  await expect(message(grace, 'Is anybody here?')).toBeVisible();
  await write(grace, 'I am.');
  await expect(message(ada, 'I am.')).toBeVisible();

  await expect(message(ada, 'Is anybody here?')).toHaveCount(1);
  await ada.reload();
  await expect(message(ada, 'I am.')).toHaveCount(1);
  await expect(messages(ada).last()).toContainText('I am.');
});
