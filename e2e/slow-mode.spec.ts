import type { Page } from '@playwright/test';
import { expect, test } from './support/fixtures';
import { actOn, createRoom, joinByInvite, joinPublicRoom, message, setRoom, write } from './support/pages';

test('slow mode queues a member’s messages and sends each when allowed, without loss', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'slow-ada', 'Ada S.');
  await joinByInvite(grace, await home.invite(), 'slow-grace', 'Grace S.');
  await createRoom(ada, 'debate');
  await joinPublicRoom(grace, 'debate');
  const slowMode = (page: Page) => page.getByRole('status', { name: 'Slow mode' });
  const timer = grace.getByRole('timer', { name: 'Until your next message' });
  await expect(slowMode(grace)).toHaveText('');

  await setRoom(ada, 'Slow mode', '5 seconds');
  await expect(slowMode(grace)).toHaveText('Slow mode: one message every 5 seconds.');
  await expect(slowMode(ada)).toHaveText('Slow mode: members wait 5 seconds between messages.');
  await expect(timer).toHaveCount(0);
  await write(grace, 'First point');
  await expect(timer).toContainText('You can send your next message in');
  await write(grace, 'Second point');
  await expect(message(grace, 'Second point')).toContainText('Waiting for slow mode. It will be sent automatically.');
  await write(ada, 'Nobody holds me up');
  await write(ada, 'at all');
  await expect(message(grace, 'at all')).toBeVisible();
  await expect(message(ada, 'Second point')).toBeVisible();
  await expect(message(grace, 'Second point')).not.toContainText('Waiting for slow mode');

  await setRoom(ada, 'Slow mode', '6 hours');
  await expect(slowMode(grace)).toHaveText('Slow mode: one message every 6 hours.');
  await write(grace, 'Third point');
  await expect(message(grace, 'Third point')).toContainText('Waiting for slow mode');
  // The browser stores waiting messages, so they survive a reload.
  await grace.reload();
  await expect(message(grace, 'Third point')).toContainText('Waiting for slow mode');
  await expect(timer).toContainText('hours');
  await expect(message(ada, 'Third point')).toHaveCount(0);
  await actOn(grace, 'Second point', 'Edit');
  await grace.getByRole('textbox', { name: 'Edited message' }).fill('Second, better point');
  await grace.keyboard.press('Enter');
  await expect(message(ada, 'Second, better point')).toBeVisible();

  await write(grace, 'Better left unsaid');
  await message(grace, 'Better left unsaid').getByRole('button', { name: 'Discard' }).click();
  await expect(message(grace, 'Better left unsaid')).toHaveCount(0);
  await expect(grace.getByRole('textbox', { name: 'Message', exact: true })).toHaveValue('Better left unsaid');

  await setRoom(ada, 'Slow mode', 'Off');
  await expect(message(ada, 'Third point')).toBeVisible();
  await expect(message(ada, 'Better left unsaid')).toHaveCount(0);
  await expect(slowMode(grace)).toHaveText('');
  await expect(timer).toHaveCount(0);
});
