import { join } from 'node:path';
import { authCommands as auth } from '@devchitchat/contracts';
import { ensureNatsKeys } from '@devchitchat/nats-keys';
import { refusedWith, RunningAuth } from '../testing/running-auth';

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

describe('a picture', () => {
  const webp = (text: string) => Buffer.from(text).toString('base64');
  const pictures = { small: webp('small picture'), large: webp('a larger picture') };

  it('is stored in two sizes under the hash of its bytes, and announced to everyone', async () => {
    const ada = await service.firstAdmin();
    const { user } = await service.get(auth.pictureSet, pictures, ada);
    expect(user.picture).toMatch(/^[0-9a-f]{16}$/);
    const asked = { userId: user.userId, picture: user.picture! };
    expect(await service.get(auth.pictureRead, { ...asked, size: 128 }, ada)).toEqual({ bytes: pictures.small });
    expect(await service.get(auth.pictureRead, { ...asked, size: 512 }, ada)).toEqual({ bytes: pictures.large });
    expect((await service.heard()).at(-1)).toBe('user.profile_changed');
    expect(service.published.at(-1)?.event.content).toEqual({ displayName: 'The ada', picture: user.picture });
  });

  it('is unknown once it is replaced or removed', async () => {
    const ada = await service.firstAdmin();
    const picture = async () => (await service.get(auth.userList, {}, ada)).users[0]?.picture;
    const read = (id: string) =>
      service.ask(auth.pictureRead, { userId: ada.actor.userId, picture: id, size: 128 }, ada);
    await service.get(auth.pictureSet, pictures, ada);
    const first = (await picture()) ?? '';
    await service.get(auth.pictureSet, { ...pictures, small: webp('another') }, ada);
    const second = (await picture()) ?? '';
    expect(second).not.toBe(first);
    expect(await read(first)).toMatchObject({ error: { reason: 'picture.unknown' } });
    await service.restart();
    expect(await read(second)).toMatchObject({ ok: true });
    await service.get(auth.profileUpdate, { picture: null }, ada);
    expect(await picture()).toBeUndefined();
    expect(await read(second)).toMatchObject({ error: { reason: 'picture.unknown' } });
  });

  it('of a bot is for admins to set', async () => {
    const ada = await service.firstAdmin();
    const bob = await service.redeem(await service.invite(ada), 'bob');
    await ensureNatsKeys(join(service.dataFolder, 'nats'), { listen: '127.0.0.1:1' });
    const { bot } = await service.get(auth.botCreate, { handle: 'dice', displayName: 'Dice' }, ada);
    const { userId } = bot.user;
    expect(await service.ask(auth.pictureSet, { ...pictures, userId }, bob)).toMatchObject(refusedWith('forbidden'));
    expect(await service.ask(auth.pictureSet, { ...pictures, userId: bob.actor.userId }, ada)).toMatchObject(
      refusedWith('not_found'),
    );
    const { user } = await service.get(auth.pictureSet, { ...pictures, userId }, ada);
    expect(user).toMatchObject({ userId, isBot: true, picture: expect.any(String) as string });
  });
});
