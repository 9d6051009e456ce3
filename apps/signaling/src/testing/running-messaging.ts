import {
  accepted,
  messagingEvents,
  type RoomId,
  type RoomKind,
  type RoomRole,
  type UserId,
} from '@devchitchat/contracts';
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
import { logMigrations } from '@devchitchat/service-kit/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { serverContext } from '../server-context';

/** As much of messaging as signaling can see of it: a log with rooms in it, its feed, and its events. */
export async function startMessaging(file: string, nats: NatsConnection) {
  const database = await openDatabase({ file, entities: [], migrations: logMigrations });
  const log = new EventLog(database.sqlite, []);
  const publisher = new Publisher('messaging', nats, silentLogger);
  const groupCommit = new GroupCommit({
    sqlite: database.sqlite,
    log,
    logger: silentLogger,
    publish: ({ event, audience }) => publisher.event('messaging', event, audience),
  });
  serveFeed('messaging', nats, silentLogger, log);
  await nats.flush();
  const append = (event: Draft) =>
    groupCommit.run(serverContext(), (transaction) => accepted(transaction.append(event).eventId));
  const inRoom = (scopeId: RoomId) => ({ scopeId, content: null, audience: [] });

  return {
    /** A room with these people in it; the first one owns it. */
    async room(...members: readonly UserId[]): Promise<RoomId> {
      const roomId = randomId<RoomId>('r');
      for (const [at, userId] of members.entries()) await this.join(roomId, userId, at === 0 ? 'owner' : 'member');
      return roomId;
    },
    /** A room of this kind, in which nobody is more than the others. */
    async ownerless(kind: RoomKind, ...members: readonly UserId[]): Promise<RoomId> {
      const roomId = randomId<RoomId>('r');
      const content = { name: 'hall', topic: '' };
      await append(
        draft(messagingEvents.roomCreated, { ...inRoom(roomId), content, body: { roomId, kind, createdBy: null } }),
      );
      for (const userId of members) await this.join(roomId, userId);
      return roomId;
    },
    join: (roomId: RoomId, userId: UserId, role: RoomRole = 'member') =>
      append(draft(messagingEvents.memberJoined, { ...inRoom(roomId), body: { roomId, userId, role, by: 'self' } })),
    leave: (roomId: RoomId, userId: UserId) =>
      append(draft(messagingEvents.memberLeft, { ...inRoom(roomId), body: { roomId, userId } })),
    kick: (roomId: RoomId, userId: UserId) =>
      append(draft(messagingEvents.memberKicked, { ...inRoom(roomId), body: { roomId, userId } })),
    stop: () => database.close(),
  };
}
