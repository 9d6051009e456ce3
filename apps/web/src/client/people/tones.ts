import type { User, UserId } from '@devchitchat/contracts';

/** Colours there are for people; the style sheet says which. */
const tones = 10;

/** A colour for everybody, in the order in which they came: the same wherever one looks, and no two of the first ten alike. */
export function tonesOf(users: Iterable<User>): ReadonlyMap<UserId, number> {
  const inOrder = [...users].sort((a, b) => a.createdAt - b.createdAt || (a.userId < b.userId ? -1 : 1));
  return new Map(inOrder.map(({ userId }, i) => [userId, i % tones]));
}
