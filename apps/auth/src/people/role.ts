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

/** Whether the user is a person. Bots are managed on another page. */
export const isPerson = (user: User | undefined): user is User =>
  user !== undefined && !user.isBot && user.handle !== deletedUser.handle;

/** One refusal for unknown and for deleted accounts. */
export const noSuchPerson = () => refused(reasons.accountUnknown);

/** Returns no events if the person already has the role. */
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
