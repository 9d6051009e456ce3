import { authCommands as auth, type InviteId } from '@devchitchat/contracts';
import { refusedWith, RunningAuth, type Person } from '../testing/running-auth';

let service: RunningAuth;
let ada: Person;
beforeEach(async () => {
  service = await RunningAuth.start();
  ada = await service.firstAdmin();
});
afterEach(() => service[Symbol.asyncDispose]());

describe('an admin', () => {
  it('creates and lists invites with an expiry, a number of uses and a note', async () => {
    const wanted = { expiresInSeconds: 3_600, maxUses: 5, note: 'For the climbing group' };
    const { invite } = await service.get(auth.inviteCreate, wanted, ada);
    expect(invite).toMatchObject({
      createdBy: ada.actor.userId,
      expiresAt: invite.createdAt + 3_600_000,
      maxUses: 5,
      uses: 0,
      revokedAt: null,
      note: 'For the climbing group',
    });
    const { invite: plain } = await service.get(auth.inviteCreate, {}, ada);
    expect(plain).toMatchObject({ expiresAt: plain.createdAt + 86_400_000, maxUses: 1, note: null });
    expect(await service.get(auth.inviteList, {}, ada)).toEqual({ invites: [plain, invite], next: null });
  });

  it('revokes an invite, which stops working, and people who used it stay', async () => {
    const { invite, token } = await service.get(auth.inviteCreate, { maxUses: 2 }, ada);
    const bob = await service.redeem(token, 'bob');
    const { inviteId } = invite;
    await service.get(auth.inviteRevoke, { inviteId }, ada);
    await service.get(auth.inviteRevoke, { inviteId }, ada);

    expect(await service.ask(auth.invitePreview, { token })).toMatchObject(refusedWith('not_found'));
    expect((await service.get(auth.inviteList, {}, ada)).invites).toMatchObject([
      { uses: 1, revokedAt: expect.any(Number) as number },
    ]);
    expect(await service.resolve(bob.sessionToken)).toEqual(bob);
    expect((await service.heard()).filter((type) => type === 'invite.revoked')).toHaveLength(1);
  });

  it('cannot revoke an unknown invite', async () => {
    const inviteId = 'i_0000000000000001' as InviteId;
    expect(await service.ask(auth.inviteRevoke, { inviteId }, ada)).toMatchObject(refusedWith('not_found'));
  });
});

describe('a member', () => {
  let bob: Person;
  beforeEach(async () => {
    bob = await service.redeem(await service.invite(ada), 'bob');
  });
  const allow = (membersMayInvite: boolean) => service.get(auth.serverSettingsUpdate, { membersMayInvite }, ada);
  const works = async (token: string) => (await service.ask(auth.invitePreview, { token })).ok;

  it('cannot invite until an admin allows it', async () => {
    expect(await service.ask(auth.inviteCreate, {}, bob)).toMatchObject(refusedWith('forbidden'));
    expect(await service.get(auth.sessionResolve, { token: bob.sessionToken })).toMatchObject({
      settings: { membersMayInvite: false },
    });
    await allow(true);
    const { token } = await service.get(auth.inviteCreate, { maxUses: 5 }, bob);
    expect(await service.get(auth.invitePreview, { token })).toMatchObject({ invitedBy: 'The bob' });
    expect(await service.redeem(token, 'cleo')).toMatchObject({ actor: { role: 'member' } });
    expect(await service.get(auth.sessionResolve, { token: bob.sessionToken })).toMatchObject({
      settings: { membersMayInvite: true },
    });
  });

  it('cannot change the setting', async () => {
    expect(await service.ask(auth.serverSettingsUpdate, { membersMayInvite: true }, bob)).toMatchObject(
      refusedWith('forbidden'),
    );
  });

  it('sees and revokes their own links only, and an admin all', async () => {
    await allow(true);
    const { invite: adas, token } = await service.get(auth.inviteCreate, {}, ada);
    const { invite: bobs } = await service.get(auth.inviteCreate, {}, bob);
    expect(await service.get(auth.inviteList, {}, bob)).toEqual({ invites: [bobs], next: null });
    expect((await service.get(auth.inviteList, {}, ada)).invites).toHaveLength(3);
    expect(await service.ask(auth.inviteRevoke, { inviteId: adas.inviteId }, bob)).toMatchObject(
      refusedWith('not_found'),
    );
    expect(await works(token)).toBe(true);
    await service.get(auth.inviteRevoke, { inviteId: bobs.inviteId }, bob);
    await allow(false);
    expect((await service.get(auth.inviteList, {}, bob)).invites).toMatchObject([
      { revokedAt: expect.any(Number) as number },
    ]);
  });

  it('loses their links for good when the setting is turned off, which everyone hears of', async () => {
    await allow(true);
    const { token } = await service.get(auth.inviteCreate, {}, bob);
    const adas = await service.invite(ada);
    await allow(false);
    expect([await works(token), await works(adas)]).toEqual([false, true]);
    await allow(true);
    expect(await works(token)).toBe(false);
    await service.heard();
    const changes = service.published.filter(({ event }) => event.type === 'server.settings_changed');
    expect(changes.map(({ audience }) => audience)).toEqual(['everyone', 'everyone', 'everyone']);
    expect(await service.get(auth.auditList, {}, ada)).toMatchObject({
      acts: [
        { type: 'server.settings_changed', membersMayInvite: true, actorUserId: ada.actor.userId },
        { type: 'invite.revoked', actorUserId: ada.actor.userId },
        { type: 'server.settings_changed', membersMayInvite: false },
        { type: 'invite.created' },
        { type: 'invite.created', actorUserId: bob.actor.userId, membersMayInvite: null },
        { type: 'server.settings_changed', membersMayInvite: true },
        {},
        {},
      ],
    });
  });

  it('loses their links with their account', async () => {
    await allow(true);
    const { token } = await service.get(auth.inviteCreate, {}, bob);
    await service.get(auth.userDisable, { userId: bob.actor.userId }, ada);
    expect(await works(token)).toBe(false);
    await service.get(auth.userEnable, { userId: bob.actor.userId }, ada);
    expect(await works(token)).toBe(false);
  });

  it('has at most ten open links, also when asked for at once', async () => {
    await allow(true);
    const replies = await Promise.all(Array.from({ length: 12 }, () => service.ask(auth.inviteCreate, {}, bob)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(10);
    const [made] = (await service.get(auth.inviteList, {}, bob)).invites;
    await service.get(auth.inviteRevoke, { inviteId: made!.inviteId }, bob);
    expect(await service.ask(auth.inviteCreate, {}, bob)).toMatchObject({ ok: true });
  });
});

it('at most three links for the first admin stay open, however often the service starts', async () => {
  await using fresh = await RunningAuth.start();
  const tokens: string[] = [];
  for (let start = 0; start < 5; start++) tokens.push((await fresh.get(auth.firstAdminInvite, {})).token!);
  const replies = await Promise.all(tokens.map((token) => fresh.ask(auth.invitePreview, { token })));
  expect(replies.map(({ ok }) => ok)).toEqual([false, false, true, true, true]);
});
