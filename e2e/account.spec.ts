import type { Page } from '@playwright/test';
import { everythingKept } from './support/browser-storage';
import { expect, test } from './support/fixtures';
import { expectInRoom, joinByInvite, message, write } from './support/pages';
import { ApiClient } from './support/api-client';

async function openSettings(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await expect(page.getByRole('heading', { name: 'Settings', exact: true })).toBeVisible();
}

async function signOut(page: Page): Promise<void> {
  await openSettings(page);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
}

test('a new display name is visible to everyone at once', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'renamed-ada', 'Ada Byron');
  await joinByInvite(grace, await home.invite(), 'renamed-grace', 'Grace R.');
  await write(ada, 'My name is about to change.');
  await expect(grace.getByRole('log', { name: 'Messages' })).toContainText('Ada Byron');

  await openSettings(ada);
  await ada.getByRole('textbox', { name: 'Display name', exact: true }).fill('Ada Lovelace-King');
  await ada.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(grace.getByRole('log', { name: 'Messages' })).toContainText('Ada Lovelace-King');
});

test('a second device signs in by a link of the first, which can sign it out', async ({ home, newPerson }) => {
  const laptop = await newPerson();
  const phone = await newPerson({ viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await joinByInvite(laptop, await home.invite(), 'two-devices', 'Two Devices');
  await write(laptop, 'Written on the laptop.');

  await openSettings(laptop);
  await laptop.getByRole('button', { name: 'Sign in another device' }).click();
  const link = await laptop.getByRole('textbox', { name: 'Link for the other device' }).inputValue();
  await phone.goto(link);
  await phone.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expectInRoom(phone, 'lobby');
  await expect(message(phone, 'Written on the laptop.')).toBeVisible();

  await laptop.reload();
  await laptop.getByRole('button', { name: /^Sign out ./ }).click();
  await expect(phone.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
});

test('a person signs in with their password after signing out', async ({ home, newPerson }) => {
  const ada = await newPerson();
  await joinByInvite(ada, await home.invite(), 'with-password', 'With Password');
  await write(ada, 'I shall return.');
  const room = ada.url();
  await openSettings(ada);
  await ada.getByRole('textbox', { name: 'New password' }).fill('correct horse battery');
  await ada.getByRole('button', { name: 'Save password' }).click();
  await expect(ada.getByText('Your password was saved.')).toBeVisible();
  await signOut(ada);

  // Back at the previous page, none of which is loaded yet.
  await ada.goto(room);
  await ada.reload();
  await ada.getByRole('textbox', { name: 'Handle' }).fill('with-password');
  await ada.getByRole('textbox', { name: 'Password' }).fill('wrong horse battery');
  await ada.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(ada.getByRole('textbox', { name: 'Password' })).toHaveAccessibleDescription(/\S/);
  await ada.getByRole('textbox', { name: 'Password' }).fill('correct horse battery');
  await ada.route('**/*.js', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await route.continue();
  });
  // Before the answer, and after it while the page behind the form still loads.
  for (let presses = 0; presses < 6; presses++) await ada.keyboard.press('Enter', { delay: 100 });

  await expectInRoom(ada, 'lobby');
  await expect(message(ada, 'I shall return.')).toBeVisible();
  // Counted by the browser itself: on a busy machine, Playwright sometimes reports no event of a request that was sent.
  expect(
    await ada.evaluate(
      "performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('sign_in')).length",
    ),
  ).toBe(2);
  await ada.unrouteAll({ behavior: 'ignoreErrors' });
});

test('signing out leaves no content of rooms in the browser', async ({ home, newPerson }) => {
  const ada = await newPerson();
  await joinByInvite(ada, await home.invite(), 'leaves-no-trace', 'No Trace');
  await write(ada, 'For our eyes only.');
  await expect(message(ada, 'For our eyes only.')).toBeVisible();
  await expect.poll(() => everythingKept(ada)).toContain('For our eyes only.');
  await signOut(ada);

  await ada.reload();
  await expect(ada.getByRole('heading', { name: 'Welcome back' })).toBeVisible();
  await expect(ada.getByText('For our eyes only.')).toHaveCount(0);
  expect(await everythingKept(ada)).not.toContain('For our eyes only.');
});

test('a used-up invite is refused, and a taken handle does not use one up', async ({ home, newPerson }) => {
  const link = await home.invite();
  const ada = await newPerson();
  await ApiClient.join(await home.invite(), 'taken-name');
  await ada.goto(link);
  await ada.getByRole('textbox', { name: 'Handle', exact: true }).fill('Taken-Name');
  await ada.getByRole('textbox', { name: 'Display name', exact: true }).fill('Late');
  await ada.getByRole('button', { name: 'Join', exact: true }).click();
  await expect(ada.getByText(/taken/)).toBeVisible();
  await joinByInvite(ada, link, 'free-name', 'Late');

  const grace = await newPerson();
  await grace.goto(link);
  await expect(grace.getByRole('heading', { name: 'This link no longer works' })).toBeVisible();
});
