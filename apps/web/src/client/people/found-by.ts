import type { User } from '@devchitchat/contracts';
import { byName, plain } from '../../platform/language/plain';

/** The active users whose name or handle contains `sought`, whatever its case and accents, sorted by name. */
export function foundBy(sought: string, users: Iterable<User>): readonly User[] {
  const words = plain(sought.trim().replace(/^@/, ''));
  return [...users]
    .filter(({ active }) => active)
    .filter(({ handle, displayName }) => plain(`${handle} ${displayName}`).includes(words))
    .sort((a, b) => byName(a.displayName, b.displayName));
}
