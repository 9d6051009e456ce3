import { expect, test } from './support/fixtures';
import { createRoom, joinByInvite, joinPublicRoom, message, setRoom } from './support/pages';

test('a room’s setting decides whose @everyone mentions everyone', async ({ home, newPerson }) => {
  const ada = await newPerson();
  const grace = await newPerson();
  await joinByInvite(ada, await home.invite(), 'all-ada', 'Ada E.');
  await joinByInvite(grace, await home.invite(), 'all-grace', 'Grace E.');
  await createRoom(ada, 'assembly');
  await joinPublicRoom(grace, 'assembly');
  const composer = grace.getByRole('textbox', { name: 'Message', exact: true });
  const everyone = grace.getByRole('listbox', { name: 'People to mention' }).getByRole('option', { name: '@everyone' });

  await composer.pressSequentially('@every');
  await expect(everyone).toHaveCount(0);
  await composer.pressSequentially('one come');
  await expect(composer).toHaveAccessibleDescription(
    'Only the owner and moderators can notify everyone here. Your @everyone won’t.',
  );
  await composer.press('Enter');
  await expect(message(ada, '@everyone come')).not.toHaveClass(/mentions-me/);

  await setRoom(ada, 'Who can use @everyone', 'Everyone');
  await composer.pressSequentially('@every');
  await expect(everyone).toBeVisible();
  await composer.press('Enter');
  await composer.pressSequentially('now');
  await expect(composer).toHaveAccessibleDescription('');
  await composer.press('Enter');
  await expect(message(ada, '@everyone now')).toHaveClass(/mentions-me/);
});
