import { authEvents, type SessionId, type UserId } from '@devchitchat/contracts';
import { draft } from '@devchitchat/service-kit';
import { startLog } from '@devchitchat/service-kit/testing';
import type { NatsConnection } from '@nats-io/transport-node';

/** The part of auth that signaling sees: the ends of sessions and accounts. */
export async function startAuth(file: string, nats: NatsConnection) {
  const { append, stop } = await startLog('auth', file, nats);

  return {
    revoke: (userId: UserId, sessionId: SessionId) =>
      append(
        draft(authEvents.sessionRevoked, {
          scopeId: userId,
          body: { sessionId, userId },
          content: null,
          audience: [userId],
        }),
      ),
    disable: (userId: UserId) =>
      append(draft(authEvents.userDisabled, { scopeId: '', body: { userId }, content: null, audience: [userId] })),
    delete: (userId: UserId) =>
      append(
        draft(authEvents.userDeleted, {
          scopeId: '',
          body: { userId, words: 'kept' },
          content: null,
          audience: 'everyone',
        }),
      ),
    stop,
  };
}
