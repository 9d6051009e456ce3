import {
  authEvents,
  type InviteId,
  type SessionActor,
  type SessionId,
  type User,
  type UserId,
} from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';

/** A sample admin for specs. */
export const ada = {
  userId: 'u_0000000000000ada' as UserId,
  handle: 'Ada',
  displayName: 'Ada Lovelace',
  role: 'admin',
  isBot: false,
  active: true,
  createdAt: 1_000,
} as const satisfies User;

export const bob = {
  userId: 'u_0000000000000b0b' as UserId,
  handle: 'bob',
  displayName: 'Bob',
  role: 'member',
  isBot: false,
  active: true,
  createdAt: 2_000,
} as const satisfies User;

export const sessionIds = ['s_0000000000000001', 's_0000000000000002', 's_0000000000000003'] as SessionId[] as [
  SessionId,
  SessionId,
  SessionId,
];

export const inviteIds = ['i_0000000000000001', 'i_0000000000000002', 'i_0000000000000003'] as InviteId[] as [
  InviteId,
  InviteId,
  InviteId,
];

export const actorOf = ({ userId, role }: User, sessionId = sessionIds[0]): SessionActor => ({
  userId,
  sessionId,
  role,
});

/** The registration event of a user. */
export const registered = ({ userId, role, handle, displayName }: User) =>
  draft(authEvents.userRegistered, {
    scopeId: '',
    body: { userId, role, inviteId: inviteIds[0] },
    content: { handle, displayName },
    audience: 'everyone',
  });
