import { join } from 'node:path';
import { authCommands as auth } from '@devchitchat/contracts';
import BetterSqlite3 from 'better-sqlite3';
import { refusedWith, RunningAuth } from '../testing/running-auth';

let service: RunningAuth;
beforeEach(async () => {
  service = await RunningAuth.start();
});
afterEach(() => service[Symbol.asyncDispose]());

const asUser = (handle: string, token: string) => ({ token, handle, displayName: handle, device: '' });

describe('an invite link', () => {
  it('of the first start creates one admin', async () => {
    const [{ token }, { token: another }] = [
      await service.get(auth.firstAdminInvite, {}),
      await service.get(auth.firstAdminInvite, {}),
    ];
    expect(await service.get(auth.invitePreview, { token: token! })).toMatchObject({
      invitedBy: null,
      firstAdmin: true,
    });
    const { user } = await service.get(auth.inviteRedeem, asUser('ada', token!));
    expect(user).toMatchObject({ handle: 'ada', role: 'admin' });

    expect(await service.get(auth.firstAdminInvite, {})).toEqual({ token: null });
    expect(await service.ask(auth.invitePreview, { token: another! })).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.inviteRedeem, asUser('eve', another!))).toMatchObject(refusedWith('not_found'));
  });

  it('shows its creator, and signs in the new member', async () => {
    const ada = await service.firstAdmin();
    const token = await service.invite(ada);
    expect(await service.get(auth.invitePreview, { token })).toMatchObject({ invitedBy: 'The ada', firstAdmin: false });

    const bob = await service.redeem(token, 'bob');
    expect(bob.actor.role).toBe('member');
    const { users } = await service.get(auth.userList, {}, bob);
    expect(users.map(({ handle }) => handle).sort()).toEqual(['ada', 'bob']);
    expect(await service.heard()).toEqual([
      'invite.created',
      'user.registered',
      'invite.redeemed',
      'session.opened',
      'invite.created',
      'user.registered',
      'invite.redeemed',
      'session.opened',
    ]);
    expect(service.published.at(-3)).toMatchObject({
      audience: 'everyone',
      event: { type: 'user.registered', body: { userId: bob.actor.userId }, content: { handle: 'bob' } },
    });
  });

  it('keeps its use if the handle is unavailable', async () => {
    const token = await service.invite(await service.firstAdmin());
    expect(await service.ask(auth.inviteRedeem, asUser('ADA', token))).toMatchObject(refusedWith('conflict'));
    expect(await service.ask(auth.inviteRedeem, asUser('Everyone', token))).toMatchObject(refusedWith('conflict'));
    expect(await service.ask(auth.inviteRedeem, asUser('bob', token))).toMatchObject({ ok: true });
  });

  it('for one person creates one account when a hundred redeem it at once', async () => {
    const ada = await service.firstAdmin();
    const token = await service.invite(ada);
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, n) => service.ask(auth.inviteRedeem, asUser(`guest${n}`, token))),
    );
    const codes = replies.map((reply) => (reply.ok ? 'ok' : reply.error.code)).sort();
    expect(codes).toEqual([...Array<string>(99).fill('not_found'), 'ok']);
    expect((await service.get(auth.userList, {}, ada)).users).toHaveLength(2);
    expect((await service.get(auth.inviteList, {}, ada)).invites).toMatchObject([{ uses: 1, maxUses: 1 }]);
  });

  it('for ten people creates one account and keeps nine uses when a hundred redeem it under one handle', async () => {
    const ada = await service.firstAdmin();
    const token = await service.invite(ada, 10);
    const replies = await Promise.all(
      Array.from({ length: 100 }, (_, n) => service.ask(auth.inviteRedeem, asUser(n % 2 ? 'Bob' : 'bob', token))),
    );
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await service.get(auth.inviteList, {}, ada)).invites).toMatchObject([{ uses: 1, maxUses: 10 }]);
  });

  it('and a recovery link stop working once their creator is not an admin, even if nothing voided them', async () => {
    const ada = await service.firstAdmin();
    const bob = await service.redeem(await service.invite(ada), 'bob');
    const token = await service.invite(ada);
    const { token: recovery } = await service.get(auth.recoveryCreate, { userId: bob.actor.userId }, ada);
    expect(await service.ask(auth.recoveryPreview, { token: recovery })).toMatchObject({ ok: true });
    const sqlite = new BetterSqlite3(join(service.dataFolder, 'auth.sqlite'));
    sqlite.prepare("UPDATE users SET role = 'member' WHERE user_id = ?").run(ada.actor.userId);
    sqlite.close();
    expect(await service.ask(auth.invitePreview, { token })).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.inviteRedeem, asUser('eve', token))).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.recoveryPreview, { token: recovery })).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.recoveryRedeem, { token: recovery, device: '' })).toMatchObject(
      refusedWith('not_found'),
    );
  });
});
