import { ada, bob, inviteIds } from '../testing/people';
import {
  mayInvite,
  refuseInviting,
  createInvite,
  mintFirstAdminInvite,
  openInvite,
  revokeInvite,
  type InviteState,
} from './invite';

const now = 1_790_000_000_000;
const [first, second, third] = inviteIds;
const invite: InviteState = {
  inviteId: first,
  expiresAt: now + 60_000,
  maxUses: 1,
  uses: 0,
  revokedAt: null,
  firstAdmin: false,
};

describe('an invite', () => {
  it('works until it expires', () => {
    expect(openInvite(invite, { now: now + 59_999, isAnybodyHere: true, isStillTheirs: true })).toEqual({
      ok: true,
      value: invite,
    });
  });

  const firstAdmin = { ...invite, firstAdmin: true };
  it('for the first admin works while no account exists', () => {
    expect(openInvite(firstAdmin, { now, isAnybodyHere: false, isStillTheirs: true })).toEqual({
      ok: true,
      value: firstAdmin,
    });
  });

  it.each([
    ['expired', { ...invite, expiresAt: now }],
    ['used up', { ...invite, uses: 1 }],
    ['revoked', { ...invite, revokedAt: now }],
    ['for the first admin, who exists', firstAdmin],
    ['unknown', undefined],
  ])('is refused in the same words if it is %s', (_, dead) => {
    expect(openInvite(dead, { now, isAnybodyHere: true, isStillTheirs: true })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    });
    expect(openInvite(dead, { now, isAnybodyHere: true, isStillTheirs: true })).toEqual(
      openInvite(undefined, { now, isAnybodyHere: true, isStillTheirs: true }),
    );
  });
});

it('an invite is refused in the same words once its creator may not create invites', () => {
  const opening = { now, isAnybodyHere: true };
  expect(openInvite(invite, { ...opening, isStillTheirs: false })).toEqual(
    openInvite(undefined, { ...opening, isStillTheirs: true }),
  );
});

describe('creating an invite', () => {
  const wanted = { inviteId: first, expiresInSeconds: 60, maxUses: 5, note: 'For the climbing group' };

  it('is announced to no one, and its note stays out of the log', () => {
    expect(createInvite(wanted, now)).toMatchObject({
      body: { inviteId: first, expiresAt: now + 60_000, maxUses: 5, firstAdmin: false },
      content: { note: 'For the climbing group' },
      audience: [],
    });
  });
});

describe('the right to invite', () => {
  const [off, on] = [{ membersMayInvite: false }, { membersMayInvite: true }];

  it.each([
    ['an admin', ada, true, true],
    ['a member', bob, false, true],
    ['a disabled member', { ...bob, active: false }, false, false],
    ['a disabled admin', { ...ada, active: false }, false, false],
    ['a bot', { ...bob, isBot: true }, false, false],
    ['nobody', undefined, false, false],
  ])('of %s depends on the settings', (_who, user, whenOff, whenOn) => {
    expect([mayInvite(user, off), mayInvite(user, on)]).toEqual([whenOff, whenOn]);
  });

  it('lets members have ten open links, and admins any number', () => {
    expect(refuseInviting(bob, { isAllowed: true, open: 9 })).toBeUndefined();
    expect(refuseInviting(bob, { isAllowed: true, open: 10 })).toMatchObject({ error: { reason: 'invite.too_many' } });
    expect(refuseInviting(ada, { isAllowed: true, open: 1_000 })).toBeUndefined();
    expect(refuseInviting(bob, { isAllowed: false, open: 0 })).toMatchObject({ error: { code: 'forbidden' } });
  });
});

describe('revoking an invite', () => {
  const owned = { ...invite, createdBy: bob.userId };

  it('of another person is for admins', () => {
    expect(revokeInvite(owned, bob)).toMatchObject({ ok: true });
    expect(revokeInvite({ ...owned, createdBy: ada.userId }, bob)).toEqual(revokeInvite(undefined, bob));
    expect(revokeInvite({ ...owned, createdBy: null }, bob)).toMatchObject({ ok: false });
  });

  it('takes effect once', () => {
    expect(revokeInvite(owned, ada)).toMatchObject({ ok: true, value: [{ body: { inviteId: first } }] });
    expect(revokeInvite({ ...owned, revokedAt: now }, ada)).toEqual({ ok: true, value: [] });
  });

  it('is refused if the invite does not exist', () => {
    expect(revokeInvite(undefined, ada)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});

describe('the first admin’s invite', () => {
  it('is created while no account exists', () => {
    expect(mintFirstAdminInvite({ isAnybodyHere: false, open: [] }, first, now)).toMatchObject([
      { body: { inviteId: first, maxUses: 1, firstAdmin: true } },
    ]);
  });

  it('is not created once an account exists', () => {
    expect(mintFirstAdminInvite({ isAnybodyHere: true, open: [] }, first, now)).toEqual([]);
  });

  it('replaces the oldest one when three are open', () => {
    const open = [third, second, first];
    const drafts = mintFirstAdminInvite({ isAnybodyHere: false, open }, inviteIds[0], now);
    expect(drafts.map(({ type, body }) => [type.type, body])).toMatchObject([
      ['invite.revoked', { inviteId: first }],
      ['invite.created', {}],
    ]);
  });
});
