import { messagingEvents, type RoomId, type RoomKind, type RoomRole, type UserId } from '@devchitchat/contracts';
import { draft, randomId } from '@devchitchat/service-kit';
import { startLog } from '@devchitchat/service-kit/testing';
import type { NatsConnection } from '@nats-io/transport-node';

/** The part of messaging that signaling sees: a log with rooms, its feed and its events. */
export async function startMessaging(file: string, nats: NatsConnection) {
  const { append, stop } = await startLog('messaging', file, nats);
  const inRoom = (scopeId: RoomId) => ({ scopeId, content: null, audience: [] });

  return {
    /** A room with these members; the first one is its owner. */
    async room(...members: readonly UserId[]): Promise<RoomId> {
      const roomId = randomId<RoomId>('r');
      for (const [at, userId] of members.entries()) await this.join(roomId, userId, at === 0 ? 'owner' : 'member');
      return roomId;
    },
    /** A room of this kind without an owner. */
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
    stop,
  };
}
