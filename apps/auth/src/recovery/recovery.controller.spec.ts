import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { authCommands as auth } from '@devchitchat/contracts';
import { refusedWith, RunningAuth, type Person } from '../testing/running-auth';

const password = 'correct horse battery';

let service: RunningAuth;
let ada: Person;
let bob: Person;
beforeEach(async () => {
  service = await RunningAuth.start();
  ada = await service.firstAdmin();
  bob = await service.redeem(await service.invite(ada), 'bob');
});
afterEach(() => service[Symbol.asyncDispose]());

const linkFor = async ({ actor: { userId } }: Person, by = ada) =>
  (await service.get(auth.recoveryCreate, { userId }, by)).token;
const redeem = (token: string, newPassword?: string) =>
  service.ask(auth.recoveryRedeem, { token, device: 'Chrome on Android', ...(newPassword && { newPassword }) });

describe('a recovery link', () => {
  it('signs in, once, and leaves everything else as it was', async () => {
    const token = await linkFor(bob);
    expect(await service.get(auth.recoveryPreview, { token })).toMatchObject({ user: { handle: 'bob' } });
    expect(await redeem(token)).toMatchObject({ ok: true, value: { user: { userId: bob.actor.userId } } });
    expect(await redeem(token)).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.recoveryPreview, { token })).toMatchObject(refusedWith('not_found'));
    expect(await service.resolve(bob.sessionToken)).toEqual(bob);
  });

  it('sets a new password without the old one, and ends every other session', async () => {
    await service.get(auth.passwordSet, { newPassword: 'a forgotten password' }, bob);
    const reply = await redeem(await linkFor(bob), password);
    if (!reply.ok) throw new Error(reply.error.message);
    expect(await service.ask(auth.sessionResolve, { token: bob.sessionToken })).toMatchObject(
      refusedWith('unauthenticated'),
    );
    expect((await service.resolve(reply.value.sessionToken)).actor.userId).toBe(bob.actor.userId);
    expect(await service.ask(auth.signIn, { handle: 'bob', password })).toMatchObject({ ok: true });
  });

  it('tried by fifty at once signs one in', async () => {
    const token = await linkFor(bob);
    const replies = await Promise.all(Array.from({ length: 50 }, () => redeem(token)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is replaced by the next one for the same person, and not by one for another', async () => {
    const eve = await service.redeem(await service.invite(ada), 'eve');
    const first = await linkFor(bob);
    const evesLink = await linkFor(eve);
    const second = await linkFor(bob);
    expect(await redeem(first)).toMatchObject(refusedWith('not_found'));
    expect(await redeem(second)).toMatchObject({ ok: true });
    expect(await redeem(evesLink)).toMatchObject({ ok: true });
  });

  it('is void once its person is disabled, and stays so', async () => {
    const token = await linkFor(bob);
    const { userId } = bob.actor;
    await service.get(auth.userDisable, { userId }, ada);
    expect(await redeem(token)).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.recoveryCreate, { userId }, ada)).toMatchObject(refusedWith('conflict'));
    await service.get(auth.userEnable, { userId }, ada);
    expect(await redeem(token)).toMatchObject(refusedWith('not_found'));
  });

  it('is void once its person deleted the account', async () => {
    const token = await linkFor(bob);
    await service.get(auth.accountDelete, { words: 'keep' }, bob);
    expect(await redeem(token)).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.recoveryCreate, { userId: bob.actor.userId }, ada)).toMatchObject(
      refusedWith('not_found'),
    );
  });

  it('is not on the disk, only its hash', async () => {
    const token = await linkFor(bob);
    const files = readdirSync(service.dataFolder).map((name) => readFileSync(join(service.dataFolder, name), 'latin1'));
    expect(files.join('\n')).not.toContain(token);
  });

  it('is made by admins only, and not for themselves', async () => {
    expect(await service.ask(auth.recoveryCreate, { userId: ada.actor.userId }, bob)).toMatchObject(
      refusedWith('forbidden'),
    );
    expect(await service.ask(auth.recoveryCreate, { userId: ada.actor.userId }, ada)).toMatchObject(
      refusedWith('conflict'),
    );
  });
});
