import type { User } from '@devchitchat/contracts';

/** The people whose name or handle holds what is sought, by their names. Those who are not here any more are not found. */
export function foundBy(sought: string, users: Iterable<User>): readonly User[] {
  const words = sought.trim().replace(/^@/, '').toLocaleLowerCase();
  return [...users]
    .filter(({ active }) => active)
    .filter(({ handle, displayName }) => `${handle} ${displayName}`.toLocaleLowerCase().includes(words))
    .sort((a, b) => a.displayName.localeCompare(b.displayName));
}
