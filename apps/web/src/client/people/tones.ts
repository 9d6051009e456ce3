import type { User, UserId } from '@devchitchat/contracts';

/** Number of colours for people in the style sheet. */
const tones = 10;

/**
 * A colour for each user, by the order in which they joined the server: the same everywhere, and different for the
 * first ten.
 */
export function tonesOf(users: Iterable<User>): ReadonlyMap<UserId, number> {
  const inOrder = [...users].sort((a, b) => a.createdAt - b.createdAt || (a.userId < b.userId ? -1 : 1));
  return new Map(inOrder.map(({ userId }, i) => [userId, i % tones]));
}
