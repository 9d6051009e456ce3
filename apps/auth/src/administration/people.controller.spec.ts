import { authCommands as auth, type UserId } from '@devchitchat/contracts';
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

const idOf = ({ actor: { userId } }: Person) => ({ userId });
const over = refusedWith('unauthenticated');
const resolved = ({ sessionToken: token }: Person) => service.ask(auth.sessionResolve, { token });

async function makeAdmin(person: Person): Promise<Person> {
  await service.get(auth.userSetRole, { ...idOf(person), role: 'admin' }, ada);
  return service.resolve(person.sessionToken);
}

const acts = async () =>
  (await service.get(auth.auditList, {}, ada)).acts.map(({ type, userId, reason }) => ({ type, userId, reason }));

describe('a disabled account', () => {
  it('is signed out at once, cannot sign in by any means, and works again once enabled', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, bob);
    const { code } = await service.get(auth.deviceCodeCreate, {}, bob);
    await service.get(auth.userDisable, { ...idOf(bob), reason: 'On leave' }, ada);

    expect(await resolved(bob)).toMatchObject(over);
    const { over: ended } = await service.get(auth.sessionCheck, { sessionIds: [bob.actor.sessionId] });
    expect(ended).toEqual([bob.actor.sessionId]);
    expect(await service.ask(auth.deviceCodeRedeem, { code })).toMatchObject(refusedWith('not_found'));
    const wrong = await service.ask(auth.signIn, { handle: 'bob', password: 'staple of ten words' });
    expect(wrong).toMatchObject({ error: { message: expect.stringContaining('wrong') as string } });
    expect(await service.ask(auth.signIn, { handle: 'bob', password })).toMatchObject({
      error: { code: 'forbidden', message: 'An admin disabled this account. Ask an admin to enable it.' },
    });
    const { users } = await service.get(auth.userList, {}, ada);
    expect(users.find(({ userId }) => userId === bob.actor.userId)).toMatchObject({
      displayName: 'The bob',
      active: false,
      disabled: true,
    });

    await service.get(auth.userEnable, idOf(bob), ada);
    expect(await resolved(bob)).toMatchObject(over);
    expect(await service.ask(auth.signIn, { handle: 'bob', password })).toMatchObject({ ok: true });
  });

  it('receives the reason before its sessions end, and only admins see it', async () => {
    await service.get(auth.userDisable, { ...idOf(bob), reason: 'Spam' }, ada);
    const types = await service.heard();
    expect(types.indexOf('user.disabled')).toBeLessThan(types.indexOf('session.revoked'));
    expect(service.published.find(({ event }) => event.type === 'user.disabled')).toMatchObject({
      audience: [ada.actor.userId, bob.actor.userId],
      event: { content: { reason: 'Spam' }, actorUserId: ada.actor.userId },
    });
  });

  it('of an admin loses admin rights whatever its socket claims; the last admin cannot be disabled', async () => {
    const admin = await makeAdmin(bob);
    await service.get(auth.userDisable, idOf(bob), ada);
    for (const command of [auth.userEnable, auth.userDisable, auth.userEndSessions, auth.recoveryCreate]) {
      expect(await service.ask(command, idOf(bob), admin)).toMatchObject(refusedWith('forbidden'));
    }
    expect(await service.ask(auth.userDisable, idOf(ada), ada)).toMatchObject(refusedWith('conflict'));
    expect(await service.ask(auth.userSetRole, { ...idOf(ada), role: 'member' }, ada)).toMatchObject(
      refusedWith('conflict'),
    );
  });

  it('cannot be a bot or an unknown user', async () => {
    const userId = 'u_0000000000000000' as UserId;
    for (const command of [auth.userDisable, auth.userEnable, auth.userEndSessions]) {
      expect(await service.ask(command, { userId }, ada)).toMatchObject(refusedWith('not_found'));
    }
  });
});

it('an admin can end all sessions of a person, who may sign in again', async () => {
  await service.get(auth.passwordSet, { newPassword: password }, bob);
  const signIn = async () =>
    service.resolve((await service.get(auth.signIn, { handle: 'bob', password })).sessionToken);
  const phone = await signIn();
  expect(await service.get(auth.userEndSessions, idOf(bob), ada)).toEqual({ ended: 2 });
  expect(await service.get(auth.userEndSessions, idOf(bob), ada)).toEqual({ ended: 0 });
  for (const device of [bob, phone]) expect(await resolved(device)).toMatchObject(over);
  expect((await signIn()).actor.userId).toBe(bob.actor.userId);
  expect((await service.heard()).filter((type) => type === 'user.sessions_ended')).toHaveLength(1);
});

describe('links that an admin created', () => {
  const ends: Record<string, (admin: Person) => Promise<unknown>> = {
    'is disabled': (admin) => service.get(auth.userDisable, idOf(admin), ada),
    'is no admin any more': (admin) => service.get(auth.userSetRole, { ...idOf(admin), role: 'member' }, ada),
    'deletes the account': (admin) => service.get(auth.accountDelete, { words: 'keep' }, admin),
  };

  it.each(Object.keys(ends))('stop working once their creator is no longer an admin: %s', async (way) => {
    const eve = await service.redeem(await service.invite(ada), 'eve');
    const admin = await makeAdmin(bob);
    const invite = await service.invite(admin, 5);
    const { token } = await service.get(auth.recoveryCreate, idOf(eve), admin);
    const adasInvite = await service.invite(ada);

    await ends[way]?.(admin);
    expect(await service.ask(auth.invitePreview, { token: invite })).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.recoveryPreview, { token })).toMatchObject(refusedWith('not_found'));
    expect(await service.ask(auth.invitePreview, { token: adasInvite })).toMatchObject({ ok: true });
    const { invites } = await service.get(auth.inviteList, {}, ada);
    const his = invites.filter(({ createdBy }) => createdBy === bob.actor.userId);
    expect(his).toMatchObject([{ revokedAt: expect.any(Number) as number }]);
  });
});

describe('the list of accounts', () => {
  it('shows admins who is signed in and the state of every account', async () => {
    await service.get(auth.importPeople, {
      source: 'discord',
      people: [{ id: '1', handle: 'zed', displayName: 'Zed', isBot: false }],
    });
    await service.get(auth.userDisable, idOf(bob), ada);
    const { accounts, next } = await service.get(auth.userListAccounts, {}, ada);
    expect(next).toBeNull();
    expect(accounts).toMatchObject([
      { user: { handle: 'ada' }, state: 'active', disabledAt: null, sessions: 1 },
      { user: { handle: 'bob' }, state: 'disabled', sessions: 0, lastSeenAt: null },
      { user: { handle: 'zed' }, state: 'imported', disabledAt: null },
    ]);
    expect(accounts[0]?.lastSeenAt).toEqual(expect.any(Number));
    expect(accounts[1]?.disabledAt).toEqual(expect.any(Number));
  });

  it('is paged and omits deleted accounts', async () => {
    await service.redeem(await service.invite(ada), 'eve');
    const first = await service.get(auth.userListAccounts, { limit: 2 }, ada);
    expect([first.accounts.map(({ user }) => user.handle), first.next]).toEqual([['ada', 'bob'], 'bob']);
    await service.get(auth.accountDelete, { words: 'keep' }, bob);
    const next = await service.get(auth.userListAccounts, { after: 'bob' }, ada);
    expect(next.accounts.map(({ user }) => user.handle)).toEqual(['eve']);
    expect(await service.ask(auth.userListAccounts, {}, bob)).toMatchObject(refusedWith('forbidden'));
  });
});

describe('the audit log', () => {
  it('lists admin actions with their actors, newest first', async () => {
    const { userId } = bob.actor;
    await service.get(auth.userEndSessions, { userId }, ada);
    await service.get(auth.recoveryCreate, { userId }, ada);
    await service.get(auth.userDisable, { userId, reason: 'Spam' }, ada);
    await service.get(auth.userEnable, { userId }, ada);
    await service.get(auth.userSetRole, { userId, role: 'admin' }, ada);
    expect(await acts()).toEqual([
      { type: 'user.role_changed', userId, reason: null },
      { type: 'user.enabled', userId, reason: null },
      { type: 'user.disabled', userId, reason: 'Spam' },
      { type: 'recovery.created', userId, reason: null },
      { type: 'user.sessions_ended', userId, reason: null },
      { type: 'invite.created', userId: null, reason: null },
      { type: 'invite.created', userId: null, reason: null },
    ]);
    const { acts: latest, next } = await service.get(auth.auditList, { limit: 1 }, ada);
    expect([latest, next]).toMatchObject([[{ role: 'admin', actorUserId: ada.actor.userId }], latest[0]!.eventId]);
    const { acts: before } = await service.get(auth.auditList, { after: next!, limit: 1 }, ada);
    expect(before).toMatchObject([{ type: 'user.enabled' }]);
  });

  it('loses the reason when the account is erased', async () => {
    await service.get(auth.passwordSet, { newPassword: password }, bob);
    await service.get(auth.userDisable, { ...idOf(bob), reason: 'Spam' }, ada);
    await service.get(auth.userEnable, idOf(bob), ada);
    const back = await service.resolve((await service.get(auth.signIn, { handle: 'bob', password })).sessionToken);
    await service.get(auth.accountDelete, { words: 'keep', password }, back);
    expect((await acts()).slice(0, 3).map(({ type, reason }) => [type, reason])).toEqual([
      ['user.deleted', null],
      ['user.enabled', null],
      ['user.disabled', null],
    ]);
  });

  it('is for admins only', async () => {
    expect(await service.ask(auth.auditList, {}, bob)).toMatchObject(refusedWith('forbidden'));
  });
});
