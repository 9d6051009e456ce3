import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { createRoom, joinByInvite, joinPublicRoom, memberMenu } from './support/pages';

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
  await expect(row(ada, 'Grace R.')).toContainText('moderator');
  await grace.getByRole('button', { name: 'Members' }).click();
  await expect(row(grace, 'Ada R.')).toContainText('owner');
  await expectOnlyToWriteTo(grace, 'Ada R.');

  await memberMenu(ada, 'Grace R.', 'Make owner');
  await ada.getByRole('button', { name: 'Make Grace R. the owner' }).click();
  await expect(row(grace, 'Ada R.')).toContainText('moderator');
  await expectOnlyToWriteTo(ada, 'Grace R.');
  await grace.getByRole('button', { name: 'Actions for Ada R.' }).click();
  await expect(grace.getByRole('menuitem', { name: 'Remove from room' })).toBeVisible();
});

/** Expects the one menu entry that a person without a higher role has for another. */
async function expectOnlyToWriteTo(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: `Actions for ${name}` }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Message']);
  await page.keyboard.press('Escape');
}
