import { ada, inviteIds } from '../testing/people';
import type { InviteState } from './invite';
import { redeemInvite } from './redemption';

const now = 1_790_000_000_000;
const invite: InviteState = {
  inviteId: inviteIds[0],
  expiresAt: now + 60_000,
  maxUses: 1,
  uses: 0,
  revokedAt: null,
  firstAdmin: false,
};
const state = { invite, isAnybodyHere: true, isStillTheirs: true, isHandleTaken: false };
const { userId, handle, displayName } = ada;
const registration = { userId, handle, displayName };

describe('redeeming an invite', () => {
  it('registers a member, announces them to everyone, and takes one use', () => {
    expect(redeemInvite(state, registration, now)).toMatchObject({
      ok: true,
      value: [
        {
          type: { type: 'user.registered' },
          body: { userId, role: 'member', inviteId: invite.inviteId },
          content: { handle, displayName },
          audience: 'everyone',
        },
        { type: { type: 'invite.redeemed' }, body: { inviteId: invite.inviteId, userId }, audience: [] },
      ],
    });
  });

  it('makes the first person an admin', () => {
    const first = { ...state, invite: { ...invite, firstAdmin: true }, isAnybodyHere: false };
    expect(redeemInvite(first, registration, now)).toMatchObject({
      ok: true,
      value: [{ body: { role: 'admin' } }, {}],
    });
  });

  it('writes no name into the log', () => {
    const reply = redeemInvite(state, registration, now);
    const bodies = reply.ok ? reply.value.map(({ body }) => body) : [];
    expect(JSON.stringify(bodies)).not.toContain(displayName);
  });

  it.each([
    ['taken', { ...state, isHandleTaken: true }, 'ada'],
    ['reserved', state, 'System'],
  ])('is refused if the handle is %s', (_, given, wanted) => {
    expect(redeemInvite(given, { ...registration, handle: wanted }, now)).toMatchObject({
      ok: false,
      error: { code: 'conflict' },
    });
  });

  it('reports a dead link before a problem with the handle', () => {
    const dead = { ...state, invite: undefined, isHandleTaken: true };
    expect(redeemInvite(dead, registration, now)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });
});
