import type { Page } from '@playwright/test';
import { authCommands as auth } from '@devchitchat/contracts';
import sharp from 'sharp';
import { ApiClient, post } from './support/api-client';
import { expect, test } from './support/fixtures';
import { expectInRoom, message, signIn, write, joinByInvite } from './support/pages';

/** An `<img>` of the page. */
interface Picture {
  readonly naturalWidth: number;
  readonly src: string;
}

/** The natural width of the first picture of a person inside, 0 until it is loaded. */
const widthOf = (page: Page, inside: string) =>
  page
    .locator(`${inside} dcc-avatar img`)
    .first()
    .evaluate((picture: Picture) => picture.naturalWidth);

test('a new picture, colour and text about oneself reach others at once, and go with the account', async ({
  home,
  newPerson,
}) => {
  const [adaPage, bob] = [await newPerson(), await newPerson()];
  const ada = await ApiClient.join(await home.invite(), 'profile-ada', 'Ada P.');
  await signIn(adaPage, home.product.url, ada.cookie);
  await adaPage.goto(home.product.url);
  await expectInRoom(adaPage, 'lobby');
  await joinByInvite(bob, await home.invite(), 'profile-bob', 'Bob P.');
  await write(adaPage, 'I shall look different.');
  await expect(message(bob, 'I shall look different.')).toBeVisible();

  await adaPage.getByRole('link', { name: 'Settings' }).click();
  await adaPage.getByRole('button', { name: 'Change picture' }).click();
  const dialog = adaPage.getByRole('dialog', { name: 'Change picture' });
  const face = await sharp({ create: { width: 900, height: 600, channels: 3, background: 'teal' } })
    .png()
    .toBuffer();
  await dialog.getByLabel('Picture file').setInputFiles({ name: 'face.png', mimeType: 'image/png', buffer: face });
  await dialog.getByRole('slider', { name: 'Zoom' }).fill('2');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect.poll(() => widthOf(adaPage, 'dcc-profile-form')).toBe(128);

  await adaPage.getByRole('button', { name: 'Name colour' }).click();
  const colours = adaPage.getByRole('dialog', { name: 'Name colour' });
  await colours.getByRole('radio', { name: 'Violet' }).check();
  await colours.getByRole('button', { name: 'Save' }).click();
  await expect(colours).toBeHidden();
  await adaPage.getByRole('textbox', { name: 'About me' }).fill('Counts bees.\nAsk me about engines.');
  await adaPage.getByRole('textbox', { name: 'Pronouns' }).fill('she/her');
  await adaPage.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(adaPage.getByText('Saved.')).toBeVisible();

  const said = message(bob, 'I shall look different.');
  await expect.poll(() => widthOf(bob, 'article')).toBe(128);
  await expect(said.locator('header [data-tone="6"]')).toHaveText('Ada P.');
  await said.getByRole('button', { name: 'Ada P.' }).click();
  const card = bob.getByRole('dialog', { name: 'Profile of Ada P.' });
  await expect(card).toContainText('she/her');
  await expect(card).toContainText('Ask me about engines.');
  await expect.poll(() => widthOf(bob, 'dcc-person-card')).toBe(512);
  const address = await card.locator('img').evaluate((picture: Picture) => picture.src);
  expect((await bob.request.get(address)).status()).toBe(200);

  const { cookie } = ada;
  expect(await post(home.product.url, auth.accountDelete, { words: 'keep' }, { cookie })).toMatchObject({
    status: 200,
  });
  await expect(said.locator('dcc-avatar img')).toHaveCount(0);
  const gone = bob.getByRole('dialog', { name: 'Profile of Deleted user' });
  await expect(gone).toContainText('No longer on this server.');
  await expect(gone).not.toContainText(/she\/her|bees/);
  expect((await bob.request.get(address)).status()).toBe(404);
});
