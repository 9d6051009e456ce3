import {
  accepted,
  authEvents,
  authReasons as reasons,
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
export const noSuchPerson = () => refused(reasons.accountUnknown);

/** The role somebody has already is no change. */
export function changeRole(user: User | undefined, role: ServerRole, isLastAdmin: boolean): Reply<readonly Draft[]> {
  if (!isPerson(user)) return noSuchPerson();
  if (user.role === role) return accepted([]);
  if (role === 'admin' && !user.active) return refused(reasons.accountUnusedAdmin);
  if (isLastAdmin) return refused(reasons.lastAdmin);
  const { userId } = user;
  const changed = draft(authEvents.userRoleChanged, {
    scopeId: '',
    body: { userId, role },
    content: null,
    audience: 'everyone',
  });
  return accepted([changed]);
}
