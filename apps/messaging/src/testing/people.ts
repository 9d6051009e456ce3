import type { Actor, SessionId, UserId } from '@devchitchat/contracts';
import type { People } from '../people/people';

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

/** People whose accounts all work, with these exceptions among them. */
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

/** No admin and no bot among them. */
export const people = peopleWith();
