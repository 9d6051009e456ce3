import { Caller } from './support/callers';
import { expect, test } from './support/fixtures';
import { createRoom, joinPublicRoom, roomLink } from './support/pages';
import { loudnessAt } from './support/made-up-media';

test('two people talk, mute, deafen, turn each other down, leave and come back; others see who is in', async ({
  home,
  newPerson,
}) => {
  const [ada, bob, cleo] = (await Caller.arrive(['Ada', 'Bob', 'Cleo'], newPerson, home.invite)) as [
    Caller,
    Caller,
    Caller,
  ];
  const all = [ada, bob];
  await ada.join();
  await expect(bob.page.getByText('Ada is in the call')).toBeVisible();
  await bob.join();
  await ada.expectToHear([bob], all);
  await bob.expectToHear([ada], all);
  const inCall = cleo.page.getByRole('list', { name: 'In the call in lobby' }).getByRole('listitem');
  await expect(inCall).toHaveText([/Ada/, /Bob/]);

  await ada.button('Mute').click();
  await bob.expectToHear([], all);
  await ada.expectToHear([bob], all);
  await ada.button('Mute').click();
  await bob.expectToHear([ada], all);

  await bob.button('Deafen').click();
  await bob.expectToHear([], all);
  await ada.expectToHear([], all);
  await bob.button('Deafen').click();
  await bob.expectToHear([ada], all);

  const before = await loudnessAt(bob.page, ada.tone);
  await bob.volumeOf(ada).fill('20');
  await expect.poll(() => loudnessAt(bob.page, ada.tone)).toBeLessThan(before - 8);
  await bob.volumeOf(ada).fill('200');
  await expect.poll(() => loudnessAt(bob.page, ada.tone)).toBeGreaterThan(before + 3);

  await bob.leave();
  await expect(inCall).toHaveText([/Ada/]);
  await bob.join();
  await ada.expectToHear([bob], all);
  await bob.expectToHear([ada], all);
  await ada.leave();
  await bob.leave();
  await expect(inCall).toHaveCount(0);
});
