import { limits, type Room, type RoomId, type RoomSnapshot, type UserId } from '@devchitchat/contracts';
import { EventLog, SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { MessagesRepository } from '../messages/messages.repository';
import { BansRepository } from '../moderation/bans.repository';
import { MutesRepository } from '../moderation/mutes.repository';
import { ReadMarksRepository } from '../reading/read-marks.repository';
import { historyStartOf } from '../rooms/room';
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
    private readonly bans: BansRepository,
    private readonly mutes: MutesRepository,
    private readonly marks: ReadMarksRepository,
  ) {
    this.statements = {
      room: sqlite.prepare<[RoomId], Room>(
        `SELECT room_id AS roomId, kind, name, topic, slow_mode_seconds AS slowModeSeconds,
          everyone_by AS everyoneBy, created_by AS createdBy, created_at AS createdAt
        FROM rooms WHERE room_id = ?`,
      ),
    };
  }

  /** As one of its members may see it. Throws when there is no such room. */
  of(roomId: RoomId, userId: UserId): RoomSnapshot {
    const state = this.rooms.byId(roomId);
    const room = this.statements.room.get(roomId);
    if (!state || !room) throw new Error('A snapshot was asked of a room that is not there.');
    const marks = this.marks.ofRoom(roomId);
    const start = historyStartOf(state, userId);
    return {
      room,
      members: Array.from(state.members, ([member, { role, joinedAt, historyStart, joinedSeq }]) => ({
        userId: member,
        role,
        joinedAt,
        historyStart,
        readSeq: marks.get(member) ?? joinedSeq,
      })),
      bans: this.bans.ofRoom(roomId),
      mutes: this.mutes.ofRoom(roomId),
      messages: this.messages.latest(roomId, limits.messagesPerSnapshot, start),
      pins: this.messages.pinsOf(roomId).filter(({ seq }) => seq >= start),
      head: this.log.headOf({ kind: 'room', id: roomId }),
      headSeq: state.headSeq,
    };
  }
}
