import { accepted, authEvents, type Actor, type InviteId, type SessionId, type UserId } from '@devchitchat/contracts';
import {
  draft,
  EventLog,
  GroupCommit,
  openDatabase,
  Publisher,
  randomId,
  serveFeed,
  silentLogger,
  type Draft,
} from '@devchitchat/service-kit';
import { EventLog1763600000000 } from '@devchitchat/service-kit/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { serverContext } from '../server-context';

/** As much of auth as messaging can see of it: a log with people in it, its feed, and its events. */
export async function startAuth(file: string, nats: NatsConnection) {
  const database = await openDatabase({ file, entities: [], migrations: [EventLog1763600000000] });
  const log = new EventLog(database.sqlite, []);
  const publisher = new Publisher('auth', nats);
  const groupCommit = new GroupCommit({
    sqlite: database.sqlite,
    log,
    logger: silentLogger,
    publish: ({ event, audience }) => publisher.event('auth', event, audience),
  });
  serveFeed('auth', nats, log);
  const append = (event: Draft) =>
    groupCommit.run(serverContext(), (transaction) => accepted(transaction.append(event).eventId));

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
    rename: (userId: UserId, displayName: string) =>
      append(
        draft(authEvents.userProfileChanged, {
          scopeId: '',
          body: { userId },
          content: { displayName },
          audience: 'everyone',
        }),
      ),
    stop: () => database.close(),
  };
}
