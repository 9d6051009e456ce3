import {
  accepted,
  authEvents,
  deletedUser,
  refused,
  type Reply,
  type ServerRole,
  type User,
} from '@devchitchat/contracts';
import { draft, type Draft } from '@devchitchat/service-kit';

/** Bots are no people: their page is another. */
export const isPerson = (user: User | undefined): user is User =>
  user !== undefined && !user.isBot && user.handle !== deletedUser.handle;

/** One answer for who was never here and for who deleted their account. */
export const noSuchPerson = () => refused('not_found', 'There is no such person here.');

/** The role somebody has already is no change. */
export function changeRole(user: User | undefined, role: ServerRole, isLastAdmin: boolean): Reply<readonly Draft[]> {
  if (!isPerson(user)) return noSuchPerson();
  if (user.role === role) return accepted([]);
  if (role === 'admin' && !user.active)
    return refused('conflict', 'This account is not in use. It cannot be an admin.');
  if (isLastAdmin) return refused('conflict', 'This is the last admin. Make somebody else an admin first.');
  const { userId } = user;
  const changed = draft(authEvents.userRoleChanged, {
    scopeId: '',
    body: { userId, role },
    content: null,
    audience: 'everyone',
  });
  return accepted([changed]);
}
