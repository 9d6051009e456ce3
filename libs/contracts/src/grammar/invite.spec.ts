import { isInviteOpen } from './invite';

const invite = { expiresAt: 1_000, maxUses: 2, uses: 1, revokedAt: null };

describe('an invite', () => {
  it('is open until it expires', () => {
    expect(isInviteOpen(invite, 999)).toBe(true);
    expect(isInviteOpen(invite, 1_000)).toBe(false);
  });

  it('is closed once it is used up or revoked', () => {
    expect(isInviteOpen({ ...invite, uses: 2 }, 0)).toBe(false);
    expect(isInviteOpen({ ...invite, revokedAt: 5 }, 0)).toBe(false);
  });
});
