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
  it('signs in once, and changes nothing else', async () => {
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

  it('signs in one of fifty simultaneous attempts', async () => {
    const token = await linkFor(bob);
    const replies = await Promise.all(Array.from({ length: 50 }, () => redeem(token)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
  });

  it('is replaced by the next one for the same person only', async () => {
    const eve = await service.redeem(await service.invite(ada), 'eve');
    const first = await linkFor(bob);
    const evesLink = await linkFor(eve);
    const second = await linkFor(bob);
    expect(await redeem(first)).toMatchObject(refusedWith('not_found'));
    expect(await redeem(second)).toMatchObject({ ok: true });
    expect(await redeem(evesLink)).toMatchObject({ ok: true });
  });

  it('is permanently void once its person is disabled', async () => {
    const token = await linkFor(bob);
    const { userId } = bob.actor;
    await service.get(auth.userDisable, { userId }, ada);
    expect(await redeem(token)).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.recoveryCreate, { userId }, ada)).toMatchObject(refusedWith('conflict'));
    await service.get(auth.userEnable, { userId }, ada);
    expect(await redeem(token)).toMatchObject(refusedWith('not_found'));
  });

  it('is void once its person deletes the account', async () => {
    const token = await linkFor(bob);
    await service.get(auth.accountDelete, { words: 'keep' }, bob);
    expect(await redeem(token)).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.recoveryCreate, { userId: bob.actor.userId }, ada)).toMatchObject(
      refusedWith('not_found'),
    );
  });

  it('is stored as a hash only', async () => {
    const token = await linkFor(bob);
    const files = readdirSync(service.dataFolder).map((name) => readFileSync(join(service.dataFolder, name), 'latin1'));
    expect(files.join('\n')).not.toContain(token);
  });

  it('is created by admins only, and not for themselves', async () => {
    expect(await service.ask(auth.recoveryCreate, { userId: ada.actor.userId }, bob)).toMatchObject(
      refusedWith('forbidden'),
    );
    expect(await service.ask(auth.recoveryCreate, { userId: ada.actor.userId }, ada)).toMatchObject(
      refusedWith('conflict'),
    );
  });
});

describe('a recovery link created at the server’s terminal', () => {
  const recover = (handle: string, makeAdmin = false) =>
    service.ask(auth.recoveryCreateByOperator, { handle, makeAdmin });

  it('restores access for the only admin, and the audit log names the server', async () => {
    const reply = await recover('ADA');
    if (!reply.ok) throw new Error(reply.error.message);
    expect(reply.value.user).toMatchObject({ handle: 'ada', role: 'admin' });
    expect(await redeem(reply.value.token)).toMatchObject({ ok: true, value: { user: { userId: ada.actor.userId } } });
    expect(await redeem(reply.value.token)).toMatchObject(refusedWith('not_found'));
    const { acts } = await service.get(auth.auditList, { limit: 2 }, ada);
    expect(acts).toMatchObject([
      { type: 'recovery.redeemed' },
      { type: 'recovery.created', actorUserId: null, userId: ada.actor.userId },
    ]);
  });

  it('leaves a member a member, unless admin rights are requested', async () => {
    expect(await recover('bob')).toMatchObject({ ok: true, value: { user: { role: 'member' } } });
    expect(await recover('bob', true)).toMatchObject({ ok: true, value: { user: { role: 'admin' } } });
    const { acts } = await service.get(auth.auditList, { limit: 2 }, ada);
    expect(acts.map(({ type, actorUserId }) => [type, actorUserId])).toEqual([
      ['recovery.created', null],
      ['user.role_changed', null],
    ]);
  });

  it('enables a disabled account only together with admin rights', async () => {
    const { userId } = bob.actor;
    await service.get(auth.userDisable, { userId }, ada);
    expect(await recover('bob')).toMatchObject(refusedWith('conflict'));
    const reply = await recover('bob', true);
    if (!reply.ok) throw new Error(reply.error.message);
    expect(await redeem(reply.value.token)).toMatchObject({
      ok: true,
      value: { user: { active: true, role: 'admin' } },
    });
  });

  it('is refused for an unknown handle', async () => {
    expect(await recover('nobody')).toMatchObject(refusedWith('not_found'));
  });
});
