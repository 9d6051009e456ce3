import { accepted, authEvents, type SessionId, type UserId } from '@devchitchat/contracts';
import {
  draft,
  EventLog,
  GroupCommit,
  openDatabase,
  Publisher,
  serveFeed,
  silentLogger,
  type Draft,
} from '@devchitchat/service-kit';
import { logMigrations } from '@devchitchat/service-kit/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { serverContext } from '../server-context';

/** As much of auth as signaling can see of it: the ends of sessions and accounts. */
export async function startAuth(file: string, nats: NatsConnection) {
  const database = await openDatabase({ file, entities: [], migrations: logMigrations });
  const log = new EventLog(database.sqlite, []);
  const publisher = new Publisher('auth', nats, silentLogger);
  const groupCommit = new GroupCommit({
    sqlite: database.sqlite,
    log,
    logger: silentLogger,
    publish: ({ event, audience }) => publisher.event('auth', event, audience),
  });
  serveFeed('auth', nats, silentLogger, log);
  await nats.flush();
  const append = (event: Draft) =>
    groupCommit.run(serverContext(), (transaction) => accepted(transaction.append(event).eventId));

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
    stop: () => database.close(),
  };
}
