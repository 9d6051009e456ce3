import { actorOf, ada, inviteIds } from '../testing/people';
import { AuthFile } from '../testing/auth-file';
import { createInvite, mintFirstAdminInvite, revokeInvite } from './invite';
import { InvitesRepository } from './invites.repository';
import { redeemInvite } from './redemption';

const now = 1_790_000_000_000;
const admin = actorOf(ada);
const [first, second, third] = inviteIds;

const invitesIn = ({ database }: AuthFile) => new InvitesRepository(database.sqlite, database.dataSource);

async function make(file: AuthFile, inviteId: (typeof inviteIds)[number], note?: string) {
  await file.happened([createInvite({ inviteId, expiresInSeconds: 60, maxUses: 2, note }, now)], admin);
}

describe('the invites table', () => {
  it('finds invites by id and by the hash of their token', async () => {
    await using file = await AuthFile.open(now);
    const invites = invitesIn(file);
    await make(file, first, 'For the climbing group');
    await file.write(() => ({ ok: true, value: invites.keepToken(first, 'hash') }));

    expect(invites.byId(first)).toEqual({
      inviteId: first,
      eventId: 1,
      createdBy: ada.userId,
      createdAt: now,
      expiresAt: now + 60_000,
      maxUses: 2,
      uses: 0,
      revokedAt: null,
      firstAdmin: false,
      note: 'For the climbing group',
    });
    expect(invites.byTokenHash('hash')).toEqual(invites.byId(first));
    expect(invites.byTokenHash('another')).toBeUndefined();
  });

  it('counts uses and records revocations', async () => {
    await using file = await AuthFile.open(now);
    const invites = invitesIn(file);
    await make(file, first);
    const state = { invite: invites.byId(first), isAnybodyHere: true, isStillTheirs: true, isHandleTaken: false };
    const redeemed = redeemInvite(state, ada, now);
    if (redeemed.ok) await file.happened(redeemed.value);
    const revoked = revokeInvite(invites.byId(first), ada);
    if (revoked.ok) await file.at(now + 1).happened(revoked.value, admin);
    expect(invites.byId(first)).toMatchObject({ uses: 1, revokedAt: now + 1 });
  });

  it('lists invites newest first, without those for the first admin', async () => {
    await using file = await AuthFile.open(now);
    const invites = invitesIn(file);
    await make(file, second);
    await file.happened(mintFirstAdminInvite({ isAnybodyHere: false, open: [] }, first, now));
    await make(file, third);

    const listed = await invites.before(Number.MAX_SAFE_INTEGER, 5);
    expect(listed.map(({ inviteId }) => inviteId)).toEqual([third, second]);
    expect((await invites.before(listed[0]!.eventId, 5)).map(({ inviteId }) => inviteId)).toEqual([second]);
    expect(invites.firstAdminInvites()).toEqual([first]);
  });
});
