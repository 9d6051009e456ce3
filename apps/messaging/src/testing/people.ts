import type { Actor, SessionId, UserId } from '@devchitchat/contracts';

/** People for specs that need no more of them than an id. */
export const [ada, bob, cleo, dora] = ['ada', 'b0b', 'c1e', 'd0a'].map((name) => `u_${name.padStart(16, '0')}`) as [
  UserId,
  UserId,
  UserId,
  UserId,
];

export const actorOf = (userId: UserId): Actor => ({
  userId,
  sessionId: 's_0000000000000001' as SessionId,
  role: 'member',
});
