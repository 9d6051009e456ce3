import { deletedUser, type Account, type User, type UserId } from '@devchitchat/contracts';

/**
 * An account as listed, updated by later events. Events carry names and roles, but no device counts. `null` once it is
 * deleted.
 */
export function accountNow(account: Account, users: ReadonlyMap<UserId, User>): Account | null {
  const user = users.get(account.user.userId) ?? account.user;
  if (user.handle === deletedUser.handle) return null;
  if (user.disabled) return { ...account, user, state: 'disabled', sessions: 0, lastSeenAt: null };
  return { ...account, user, state: user.active ? 'active' : 'imported', disabledAt: null };
}
