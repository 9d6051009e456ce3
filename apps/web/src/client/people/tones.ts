import { nameTones, type User, type UserId } from '@devchitchat/contracts';

/**
 * A colour for each user: the chosen one, or else by the order in which they joined the server, the same everywhere and
 * different for the first ten.
 */
export function tonesOf(users: Iterable<User>): ReadonlyMap<UserId, number> {
  const inOrder = [...users].sort((a, b) => a.createdAt - b.createdAt || (a.userId < b.userId ? -1 : 1));
  return new Map(inOrder.map(({ userId, tone }, i) => [userId, tone ?? i % nameTones]));
}
