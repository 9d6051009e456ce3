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

it('only admins can manage invites', async () => {
  const { invite, token } = await service.get(auth.inviteCreate, {}, ada);
  const bob = await service.redeem(token, 'bob');
  expect(await service.ask(auth.inviteCreate, {}, bob)).toMatchObject(refusedWith('forbidden'));
  expect(await service.ask(auth.inviteList, {}, bob)).toMatchObject(refusedWith('forbidden'));
  expect(await service.ask(auth.inviteRevoke, { inviteId: invite.inviteId }, bob)).toMatchObject(
    refusedWith('forbidden'),
  );
});

it('at most three links for the first admin stay open, however often the service starts', async () => {
  await using fresh = await RunningAuth.start();
  const tokens: string[] = [];
  for (let start = 0; start < 5; start++) tokens.push((await fresh.get(auth.firstAdminInvite, {})).token!);
  const replies = await Promise.all(tokens.map((token) => fresh.ask(auth.invitePreview, { token })));
  expect(replies.map(({ ok }) => ok)).toEqual([false, false, true, true, true]);
});
