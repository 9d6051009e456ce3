import type { User } from '@devchitchat/contracts';

/** The active users whose name or handle contains `sought`, sorted by name. */
export function foundBy(sought: string, users: Iterable<User>): readonly User[] {
  const words = sought.trim().replace(/^@/, '').toLocaleLowerCase();
  return [...users]
    .filter(({ active }) => active)
    .filter(({ handle, displayName }) => `${handle} ${displayName}`.toLocaleLowerCase().includes(words))
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}
