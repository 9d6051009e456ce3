import type { Actor, SessionId, UserId } from '@devchitchat/contracts';
import type { People } from '../people/people';

/** Ids of sample people. */
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

/** People with active accounts, except for those listed. */
export const peopleWith = ({
  admins = [],
  bots = [],
  inactive = [],
}: {
  readonly admins?: readonly UserId[];
  readonly bots?: readonly UserId[];
  readonly inactive?: readonly UserId[];
} = {}): People => ({
  isActive: (userId) => !inactive.includes(userId),
  isAdmin: (userId) => admins.includes(userId) && !inactive.includes(userId),
  isBot: (userId) => bots.includes(userId),
});

/** Neither admins nor bots. */
export const people = peopleWith();
