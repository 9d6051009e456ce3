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
  it('makes invites with an expiry, a number of uses and a note, and lists them', async () => {
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

  it('revokes one: it opens nothing any more, and who came in by it stays', async () => {
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

  it('cannot revoke what was never made', async () => {
    const inviteId = 'i_0000000000000001' as InviteId;
    expect(await service.ask(auth.inviteRevoke, { inviteId }, ada)).toMatchObject(refusedWith('not_found'));
  });
});

it('refuses invites to everybody who is not an admin', async () => {
  const { invite, token } = await service.get(auth.inviteCreate, {}, ada);
  const bob = await service.redeem(token, 'bob');
  expect(await service.ask(auth.inviteCreate, {}, bob)).toMatchObject(refusedWith('forbidden'));
  expect(await service.ask(auth.inviteList, {}, bob)).toMatchObject(refusedWith('forbidden'));
  expect(await service.ask(auth.inviteRevoke, { inviteId: invite.inviteId }, bob)).toMatchObject(
    refusedWith('forbidden'),
  );
});

it('keeps three links for the first admin open, however often it is started', async () => {
  await using fresh = await RunningAuth.start();
  const tokens: string[] = [];
  for (let start = 0; start < 5; start++) tokens.push((await fresh.get(auth.firstAdminInvite, {})).token!);
  const replies = await Promise.all(tokens.map((token) => fresh.ask(auth.invitePreview, { token })));
  expect(replies.map(({ ok }) => ok)).toEqual([false, false, true, true, true]);
});
