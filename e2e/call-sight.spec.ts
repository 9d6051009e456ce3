import { Caller } from './support/callers';
import { expect, test } from './support/fixtures';
import { boxOf, openRoom } from './support/pages';

test('a long name leaves the marks of a caller in sight, and a phone shows the ring around someone alone', async ({
  home,
  newPerson,
}) => {
  const [ada] = await Caller.arrive('sight', ['Ada'], newPerson, home.invite);
  const { page } = ada!;
  await page.goto(`${home.product.url}/#/settings`);
  await page.getByRole('textbox', { name: 'Display name' }).fill('Adalbertina von und zu Hohenlangenstein');
  await page.getByRole('button', { name: 'Save', exact: true }).first().click();
  await openRoom(page, 'sight');
  await ada!.join();
  await ada!.button('Mute').click();
  const caller = page.getByRole('list', { name: 'In the call in sight' }).getByRole('listitem');
  await expect(caller).toHaveText(/Hohenlangenstein, muted$/);
  // The sidebar hides what is wider than itself.
  await expect(caller.locator('dcc-voice-marks dcc-icon')).toBeInViewport({ ratio: 1 });

  await page.setViewportSize({ width: 390, height: 844 });
  const people = ada!.call.locator('.in-call');
  const [list, avatar] = [await boxOf(people), await boxOf(people.locator('dcc-avatar'))];
  // The list hides what is outside of it; the ring is as wide as this.
  expect(avatar.x - list.x).toBeGreaterThanOrEqual(4);
});

test('on a phone, a caller in another room sees the call and mutes there', async ({ home, newPerson }) => {
  const [ada] = await Caller.arrive('elsewhere', ['Ada'], newPerson, home.invite);
  const { page, call } = ada!;
  await page.setViewportSize({ width: 390, height: 844 });
  await ada!.join();
  await page.getByRole('link', { name: 'Back to rooms' }).click();
  await openRoom(page, 'lobby');
  await expect(call.getByRole('link', { name: 'elsewhere' })).toBeInViewport({ ratio: 1 });
  await ada!.button('Mute').click();
  await expect(call.getByText('You’re muted.')).toBeInViewport({ ratio: 1 });
  // The room fills the rest.
  const [bar, composer] = [await boxOf(call), await boxOf(page.getByRole('textbox', { name: 'Message', exact: true }))];
  expect(bar.y).toBe(0);
  expect(composer.y + composer.height).toBeLessThanOrEqual(844);
});
