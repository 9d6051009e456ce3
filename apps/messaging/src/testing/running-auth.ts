import { authEvents, type Actor, type InviteId, type SessionId, type UserId } from '@devchitchat/contracts';
import { draft, randomId } from '@devchitchat/service-kit';
import { startLog } from '@devchitchat/service-kit/testing';
import type { NatsConnection } from '@nats-io/transport-node';

/** The parts of auth that messaging sees: a log with people in it, its feed, and its events. */
export async function startAuth(file: string, nats: NatsConnection) {
  const { append, stop } = await startLog('auth', file, nats);

  return {
    async register(handle: string, role: Actor['role'] = 'member'): Promise<Actor> {
      const userId = randomId<UserId>('u');
      await append(
        draft(authEvents.userRegistered, {
          scopeId: '',
          body: { userId, role, inviteId: randomId<InviteId>('i') },
          content: { handle, displayName: handle },
          audience: 'everyone',
        }),
      );
      return { userId, sessionId: randomId<SessionId>('s'), role };
    },
    /** Creates a bot, as an admin does. */
    async createBot(handle: string): Promise<Actor> {
      const userId = randomId<UserId>('u');
      await append(
        draft(authEvents.botCreated, {
          scopeId: '',
          body: { userId, publicKey: 'U' },
          content: { handle, displayName: handle },
          audience: 'everyone',
        }),
      );
      return { userId, sessionId: null, role: 'member' };
    },
    deleteUser: (userId: UserId, words: 'kept' | 'erased') =>
      append(
        draft(authEvents.userDeleted, { scopeId: '', body: { userId, words }, content: null, audience: 'everyone' }),
      ),
    disable: (userId: UserId) =>
      append(draft(authEvents.userDisabled, { scopeId: '', body: { userId }, content: null, audience: [userId] })),
    enable: (userId: UserId) =>
      append(draft(authEvents.userEnabled, { scopeId: '', body: { userId }, content: null, audience: 'everyone' })),
    setRole: (userId: UserId, role: Actor['role']) =>
      append(
        draft(authEvents.userRoleChanged, { scopeId: '', body: { userId, role }, content: null, audience: 'everyone' }),
      ),
    revokeBot: (userId: UserId) =>
      append(draft(authEvents.botRevoked, { scopeId: '', body: { userId }, content: null, audience: 'everyone' })),
    rename: (userId: UserId, displayName: string) =>
      append(
        draft(authEvents.userProfileChanged, {
          scopeId: '',
          body: { userId },
          content: { displayName },
          audience: 'everyone',
        }),
      ),
    stop,
  };
}
