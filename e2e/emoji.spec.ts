import type { Locator, Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { actOn, boxOf, joinByInvite, message, write } from './support/pages';

const picker = (page: Page) => page.getByRole('dialog', { name: 'React' });
const chip = (page: Page, text: string, name: string) => message(page, text).getByRole('button', { name });

/** Right above what asked for it. */
async function expectAbove(dialog: Locator, asker: Locator) {
  await expect(async () => {
    const [opened, below] = [await boxOf(dialog), await boxOf(asker)];
    expect(Math.abs(below.y - opened.y - opened.height)).toBeLessThan(30);
    expect(opened.x + opened.width).toBeLessThanOrEqual(below.x + below.width + 1);
  }).toPass();
}

test('the emoji picker offers groups, search and keyboard navigation, and remembers skin tone and recent emoji', async ({
  home,
  newPerson,
}) => {
  // High enough for the picker above a message.
  const page = await newPerson({ viewport: { width: 1280, height: 1100 } });
  const { keyboard } = page;
  await joinByInvite(page, await home.invite(), 'picky', 'Picky');
  await write(page, 'Anyone hungry?');
  await actOn(page, 'Anyone hungry?', 'React');

  await expectAbove(picker(page), message(page, 'Anyone hungry?'));

  // Choose a group, and a skin tone for all emoji that have one.
  await picker(page).getByRole('button', { name: 'People & body' }).click();
  await picker(page).getByRole('radio', { name: 'Medium skin tone' }).check({ force: true });
  await expect(picker(page).getByRole('button', { name: 'call me hand' })).toBeInViewport();
  await picker(page).getByRole('button', { name: 'call me hand' }).click();
  await expect(chip(page, 'Anyone hungry?', '🤙🏽, 1: Picky')).toBeVisible();

  // By keyboard: right, down into the next section, and back up out of the grid.
  await page.reload();
  await expect(message(page, 'Anyone hungry?')).toBeVisible();
  await actOn(page, 'Anyone hungry?', 'React');
  const recent = picker(page).getByRole('region', { name: 'Recently used' }).getByRole('button');
  await expect(recent).toHaveText('🤙🏽');
  await keyboard.press('ArrowDown');
  await expect(recent).toBeFocused();
  await keyboard.press('ArrowRight');
  await expect(picker(page).getByRole('region', { name: 'Popular' }).getByRole('button').first()).toBeFocused();
  await keyboard.press('ArrowUp');
  await keyboard.press('ArrowUp');
  await expect(picker(page).getByRole('searchbox', { name: 'Search emoji' })).toBeFocused();
  await keyboard.press('ArrowDown');
  await keyboard.type('octo');
  await keyboard.press('Enter');
  await expect(chip(page, 'Anyone hungry?', '🐙, 1: Picky')).toBeVisible();
});

test('the emoji picker offers frequent emoji while its list is missing, and retries loading it', async ({
  home,
  newPerson,
}) => {
  const page = await newPerson();
  await joinByInvite(page, await home.invite(), 'patient', 'Patient');
  await write(page, 'Anyone tired?');
  await page.route('**/emoji/en.json', (route) => route.abort());
  await actOn(page, 'Anyone tired?', 'React');
  await expect(picker(page).getByRole('alert')).toContainText('The emoji could not be loaded.');
  await expect(picker(page).getByRole('button', { name: '👍', exact: true })).toBeVisible();
  await page.unroute('**/emoji/en.json');
  await picker(page).getByRole('button', { name: 'Try again' }).click();
  await expect(picker(page).getByRole('region', { name: 'Flags' })).toBeAttached();
  await picker(page).getByRole('region', { name: 'Popular' }).getByRole('button', { name: 'thumbs up' }).click();
  await expect(chip(page, 'Anyone tired?', '👍, 1: Patient')).toBeVisible();
});

test('emoji in a message: from the dialog beside it, and by shortcode', async ({ home, newPerson }) => {
  const page = await newPerson();
  await joinByInvite(page, await home.invite(), 'wordless', 'Wordless');
  const composer = page.getByRole('textbox', { name: 'Message', exact: true });
  await composer.fill('Hello you');
  await composer.press('Home');
  await page.getByRole('button', { name: 'Emoji', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Emoji' });
  await expectAbove(dialog, page.getByRole('button', { name: 'Emoji', exact: true, includeHidden: true }));
  await expect(dialog.getByRole('searchbox', { name: 'Search emoji' })).toBeFocused();
  await page.keyboard.type('octo');
  await page.keyboard.press('Enter');
  await expect(dialog).toHaveCount(0);
  await expect(composer).toBeFocused();
  await expect(composer).toHaveValue('🐙Hello you');
  await composer.fill('');
  await composer.pressSequentially('so :tad');
  await expect(page.getByRole('option').first()).toHaveText(/🎉 :tada:/);
  await page.keyboard.press('Tab');
  await composer.pressSequentially('and :smile:');
  await page.keyboard.press('Enter');
  await expect(message(page, 'so 🎉 and 😄')).toBeVisible();
});

test('on a touch screen, a tap opens the actions of a message, and leaves nothing where it was', async ({
  home,
  newPerson,
}) => {
  const page = await newPerson({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });
  await joinByInvite(page, await home.invite(), 'finger', 'Finger');
  await write(page, 'Under a thumb');
  await expect(message(page, 'Under a thumb')).not.toHaveClass(/pending/);
  const sheet = page.getByRole('dialog', { name: 'Message actions' });
  const bar = page.getByRole('toolbar', { name: 'Message actions' });
  // The first tap only closes the keyboard.
  await message(page, 'Under a thumb').getByText('Under a thumb').tap();
  await expect(page.getByRole('textbox', { name: 'Message', exact: true })).not.toBeFocused();
  await message(page, 'Under a thumb').getByText('Under a thumb').tap();
  // The code of the sheet loads only now, and all() does not wait for it.
  await expect(sheet.getByRole('button', { name: '❤️' })).toBeVisible();
  const lines = await sheet.getByRole('listitem').getByRole('button').all();
  const looks = await Promise.all(
    lines.map(async (line) => [
      await line.locator('dcc-icon').evaluate('(icon) => icon.getBoundingClientRect().x'),
      await line.evaluate('(line) => getComputedStyle(line).fontWeight'),
    ]),
  );
  for (const look of looks) expect(look).toEqual(looks[0]);
  const [quick, next] = await sheet.locator('.quick button').all();
  const [one, other] = [await boxOf(quick!), await boxOf(next!)];
  expect(other.x - one.x).toBeLessThan(80);
  await sheet.getByRole('button', { name: '❤️' }).tap();
  await expect(sheet).toHaveCount(0);
  await expect(chip(page, 'Under a thumb', '❤️, 1: Finger')).toBeVisible();
  await expect(bar).toHaveCount(0);
  await chip(page, 'Under a thumb', 'Add a reaction').tap();
  await expect(picker(page).getByRole('region', { name: 'Flags' })).toBeAttached();
  await expect(picker(page).getByRole('searchbox')).not.toBeFocused();
});
