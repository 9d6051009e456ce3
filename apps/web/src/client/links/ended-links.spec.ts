import { describe, expect, it } from '@jest/globals';
import type { InviteId, RoomInvite, UserId } from '@devchitchat/contracts';
import { ada, bob, cyd, lobby, RoomLog } from '@devchitchat/contracts/testing';
import { withoutEnded } from './ended-links';

const link = (createdBy: UserId, id = 'i_7k2m9q4t1x8z3v6w'): RoomInvite => ({
  inviteId: id as InviteId,
  roomId: lobby,
  history: 'whole',
  createdBy,
  createdAt: 1,
  expiresAt: 9_000,
  maxUses: 2,
  uses: 0,
  revokedAt: null,
});
const after = (links: readonly RoomInvite[], log: RoomLog) => log.events.reduce(withoutEnded, links);

describe('the displayed invite links of a room', () => {
  it('end with the right of their creator, and those of others stay', () => {
    const log = new RoomLog().joined(ada, 'owner').joined(bob).linksVoided(bob);
    const { ts } = log.events.at(-1)!;
    expect(after([link(bob), link(ada)], log)).toEqual([{ ...link(bob), revokedAt: ts }, link(ada)]);
  });

  it('end when one is closed, and only that one', () => {
    const [closed, other] = [link(ada), link(ada, 'i_0000000000000000')];
    const [first, second] = after([closed, other], new RoomLog().joined(ada, 'owner').invited(cyd));
    expect(first?.revokedAt).not.toBeNull();
    expect(second).toBe(other);
  });

  it('are not changed by other events, nor when they had ended before', () => {
    const ended = { ...link(bob), revokedAt: 5 };
    const log = new RoomLog().joined(ada, 'owner').said(ada, 'hello').linksVoided(bob);
    expect(after([ended], log)).toEqual([ended]);
  });
});
