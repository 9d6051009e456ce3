import type { Locator, Page } from '@playwright/test';
import { promptly } from './support/eventually';
import { expect, test } from './support/fixtures';
import { createRoom, expectInRoom, joinByInvite, joinPublicRoom, message, nextFrame, openRoom } from './support/pages';

const memberList = (page: Page, group: 'Online' | 'Offline'): Locator =>
  page.getByRole('complementary', { name: 'Members' }).getByRole('list', { name: group });

async function openMembers(page: Page): Promise<void> {
  const panel = page.getByRole('complementary', { name: 'Members' });
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Members' }).click();
  await expect(panel).toBeVisible();
}

/** Waits until a page lists a person as present in this state. */
const expectHere = (page: Page, name: string, state: string): Promise<void> =>
  expect(
    memberList(page, 'Online').getByRole('listitem').filter({ hasText: name }).getByRole('img', { name: state }),
  ).toBeVisible({ timeout: 20_000 });

const expectOffline = (page: Page, name: string): Promise<void> =>
  expect(
    memberList(page, 'Offline').getByRole('listitem').filter({ hasText: name }).getByRole('img', { name: 'Offline' }),
  ).toBeVisible({ timeout: 20_000 });

/** Simulates another tab or window coming to the front, or this one again. */
const turn = (page: Page, visibility: 'hidden' | 'visible'): Promise<void> =>
  page.evaluate(
    `Object.defineProperty(document, 'visibilityState', { value: '${visibility}', configurable: true });
     document.dispatchEvent(new Event('visibilitychange'));`,
  );

/** Returns the same test product at another gateway. */
const at = (gateway: string, link: string): string => `${gateway}/${new URL(link).hash}`;

test('presence combines all tabs of a person', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'presence-ada', 'Ada Here');
  await joinByInvite(grace, await home.invite(), 'presence-grace', 'Grace Here');
  await createRoom(ada, 'observatory');
  await joinPublicRoom(grace, 'observatory');
  await openMembers(ada);
  await expectHere(ada, 'Ada Here', 'Active');
  await expectHere(ada, 'Grace Here', 'Active');
  await expect(ada.getByRole('heading', { name: 'Online 2' })).toBeVisible();
  await expect(grace.getByRole('contentinfo').getByRole('img', { name: 'Active' })).toBeVisible();

  await turn(grace, 'hidden');
  await expectHere(ada, 'Grace Here', 'In the background');
  const another = await grace.context().newPage();
  await another.goto(home.product.url);
  await openRoom(another, 'observatory');
  await expectHere(ada, 'Grace Here', 'Active');
  await another.close();
  await expectHere(ada, 'Grace Here', 'In the background');
  await turn(grace, 'visible');
  await expectHere(ada, 'Grace Here', 'Active');

  await grace.context().close();
  await expectOffline(ada, 'Grace Here');
  await expect(ada.getByRole('heading', { name: 'Online 1' })).toBeVisible();
  await expect(ada.getByRole('heading', { name: 'Offline 1' })).toBeVisible();
});

test('a returning person sees the presence of their conversation partners at once', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'dots-ada', 'Ada Dots');
  await joinByInvite(grace, await home.invite(), 'dots-grace', 'Grace Dots');
  await ada.getByRole('button', { name: 'New message' }).click();
  await ada.getByRole('dialog').getByRole('textbox', { name: 'To' }).fill('Grace Dots');
  await ada.getByRole('dialog').getByRole('checkbox', { name: 'Grace Dots' }).check();
  await ada.getByRole('dialog').getByRole('button', { name: 'Open conversation' }).click();
  await expectInRoom(ada, 'Grace Dots');
  await ada.reload();
  await expectInRoom(ada, 'Grace Dots');
  const directs = ada.getByRole('navigation', { name: 'Direct messages' }).getByRole('listitem');
  await expect(directs.filter({ hasText: 'Grace Dots' }).getByRole('img', { name: 'Active' })).toBeVisible();
  await grace.close();
  await expect(directs.filter({ hasText: 'Grace Dots' }).getByRole('img', { name: 'Offline' })).toBeVisible();
});

test('a person is idle after five minutes without activity, until they act again', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await grace.clock.install();
  await joinByInvite(ada, await home.invite(), 'idle-ada', 'Ada I.');
  await joinByInvite(grace, await home.invite(), 'idle-grace', 'Grace I.');
  await createRoom(ada, 'greenhouse');
  await joinPublicRoom(grace, 'greenhouse');
  await openMembers(ada);
  await expectHere(ada, 'Grace I.', 'Active');
  await grace.clock.fastForward('05:01');
  await expectHere(ada, 'Grace I.', 'Idle');
  await grace.keyboard.press('Shift');
  await expectHere(ada, 'Grace I.', 'Active');
});

test('people at two gateways see each other, and those at a killed gateway are offline until it is back', async ({
  split,
  newPerson,
}) => {
  const another = await split.product.anotherGateway();
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, at(another, await split.invite()), 'ada', 'Ada');
  await joinByInvite(grace, await split.invite(), 'grace', 'Grace');
  await openMembers(ada);
  await openMembers(grace);
  await expectHere(ada, 'Grace', 'Active');
  await expectHere(grace, 'Ada', 'Active');

  await split.product.kill('gateway');
  await expectOffline(ada, 'Grace');
  await expectHere(ada, 'Ada', 'Active');
  split.product.start('gateway');
  await split.product.healthy();
  await expectHere(ada, 'Grace', 'Active');
  await expectHere(grace, 'Ada', 'Active');
});

test('typing is visible to the room at every gateway until the person sends or stops', async ({
  doubled: home,
  anotherGateway: another,
  newPerson,
}) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, at(another, await home.invite()), 'typing-ada', 'Ada');
  await joinByInvite(grace, await home.invite(), 'typing-grace', 'Grace');
  const graceToo = await grace.context().newPage();
  await graceToo.goto(another);
  await expectInRoom(graceToo, 'lobby');
  const composer = grace.getByRole('textbox', { name: 'Message', exact: true });
  const seen = (page: Page) => page.getByText(/typing…$/);
  const before = await ada.getByRole('textbox', { name: 'Message', exact: true }).boundingBox();

  await composer.pressSequentially('Good mor');
  await expect(seen(ada)).toHaveText('Grace is typing…');
  expect(await ada.getByRole('textbox', { name: 'Message', exact: true }).boundingBox()).toEqual(before);
  await composer.pressSequentially('ning');
  await composer.press('Enter');
  await expect(message(ada, 'Good morning')).toBeVisible();
  // Earlier than the timeout of five seconds.
  const isOver = async () => (await seen(ada).count()) === 0 || undefined;
  await promptly('the end of typing', isOver, 3_000, () => nextFrame(ada));

  await ada.getByRole('textbox', { name: 'Message', exact: true }).pressSequentially('Hel');
  await expect(seen(grace)).toHaveText('Ada is typing…');
  await composer.pressSequentially('And');
  await expect(seen(graceToo)).toHaveText('Ada is typing…');
  await expect(seen(ada)).toHaveText('Grace is typing…');
  // No one continues typing or sends.
  await expect(seen(ada)).toHaveCount(0);
  await expect(seen(grace)).toHaveCount(0);
});
