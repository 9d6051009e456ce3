import { authCommands as auth } from '@devchitchat/contracts';
import { RunningAuth } from '../testing/running-auth';

let service: RunningAuth;
beforeEach(async () => {
  service = await RunningAuth.start();
});
afterEach(() => service[Symbol.asyncDispose]());

it('people can change their display name, which is announced to everyone once', async () => {
  const ada = await service.firstAdmin();
  const { user } = await service.get(auth.profileUpdate, { displayName: 'Countess' }, ada);
  expect(user).toMatchObject({ userId: ada.actor.userId, handle: 'ada', displayName: 'Countess' });
  await service.get(auth.profileUpdate, { displayName: 'Countess' }, ada);

  expect(await service.get(auth.userList, {}, ada)).toEqual({ users: [user], next: null });
  expect((await service.heard()).filter((type) => type === 'user.profile_changed')).toHaveLength(1);
  expect(service.published.at(-1)).toMatchObject({
    audience: 'everyone',
    event: { body: { userId: ada.actor.userId }, content: { displayName: 'Countess' } },
  });
});
