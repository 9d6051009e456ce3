import { limits, type Room, type RoomId, type RoomSnapshot } from '@devchitchat/contracts';
import { EventLog, SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { MessagesRepository } from '../messages/messages.repository';
import { RoomsRepository } from '../rooms/rooms.repository';

/** Rooms as a newcomer needs them. The cost does not depend on how much was said in them. */
@Injectable()
export class SnapshotsRepository {
  private readonly statements;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly log: EventLog,
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
  ) {
    this.statements = {
      room: sqlite.prepare<[RoomId], Room>(
        `SELECT room_id AS roomId, kind, name, topic, created_by AS createdBy, created_at AS createdAt
        FROM rooms WHERE room_id = ?`,
      ),
    };
  }

  /** Throws when there is no such room. */
  of(roomId: RoomId): RoomSnapshot {
    const state = this.rooms.byId(roomId);
    const room = this.statements.room.get(roomId);
    if (!state || !room) throw new Error('A snapshot was asked of a room that is not there.');
    return {
      room,
      members: Array.from(state.members, ([userId, { role, joinedAt }]) => ({ userId, role, joinedAt })),
      messages: this.messages.latest(roomId, limits.messagesPerSnapshot),
      head: this.log.headOf({ kind: 'room', id: roomId }),
      headSeq: state.headSeq,
    };
  }
}
