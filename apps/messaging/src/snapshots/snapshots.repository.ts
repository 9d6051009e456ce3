import {
  limits,
  type Member,
  type PeopleCursor,
  type Room,
  type RoomId,
  type RoomSnapshot,
  type UserId,
} from '@devchitchat/contracts';
import { EventLog, SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { LinesRepository } from '../lines/lines.repository';
import { MessagesRepository } from '../messages/messages.repository';
import { BansRepository } from '../moderation/bans.repository';
import { MutesRepository } from '../moderation/mutes.repository';
import { ReadMarksRepository } from '../reading/read-marks.repository';
import { historyStartOf } from '../rooms/room';
import { RoomsRepository } from '../rooms/rooms.repository';
import { peopleAfter, type Listed } from '../rooms/people-page';

/** Snapshots of rooms. Their cost does not depend on the number of messages. */
@Injectable()
export class SnapshotsRepository {
  private readonly statements;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    private readonly log: EventLog,
    private readonly rooms: RoomsRepository,
    private readonly messages: MessagesRepository,
    private readonly lines: LinesRepository,
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

  /** The snapshot that this member may see. Throws if the room does not exist. */
  of(roomId: RoomId, userId: UserId): RoomSnapshot {
    const state = this.rooms.byId(roomId);
    const room = this.statements.room.get(roomId);
    if (!state || !room) throw new Error('There is no such room to take a snapshot of.');
    const start = historyStartOf(state, userId);
    const people = this.peopleOf(roomId, null);
    const messages = this.messages.latest(roomId, limits.messagesPerSnapshot, start);
    const joinedEventId = state.members.get(userId)?.joinedEventId ?? Infinity;
    return {
      room: { ...room, ...(state.forEverybody && { forEverybody: true }) },
      ...people,
      members: this.withOneself(people.members, roomId, userId),
      messages,
      ...this.lines.beside(messages, { room: state, historyStart: start, joinedEventId }),
      pins: this.messages.pinsOf(roomId).filter(({ seq }) => seq >= start),
      head: this.log.headOf({ kind: 'room', id: roomId }),
      headSeq: state.headSeq,
    };
  }

  /** Adds the person themselves to the first page of members, because their client needs their role at once. */
  private withOneself(members: Member[], roomId: RoomId, userId: UserId): Member[] {
    if (members.some((member) => member.userId === userId)) return members;
    return [...members, ...this.membersOf(roomId).flatMap(({ item }) => (item.userId === userId ? [item] : []))];
  }

  /** A page of the room's people after a position. */
  peopleOf(roomId: RoomId, after: PeopleCursor | null): ReturnType<typeof peopleAfter> {
    const [members, bans, mutes] = [this.membersOf(roomId), this.bans.ofRoom(roomId), this.mutes.ofRoom(roomId)];
    return peopleAfter({ members, bans, mutes }, after);
  }

  /** Ordered by the events by which they joined. */
  private membersOf(roomId: RoomId): Listed<Member>[] {
    const marks = this.marks.ofRoom(roomId);
    const members = Array.from(
      this.rooms.byId(roomId)?.members ?? [],
      ([userId, { role, joinedAt, joinedEventId, historyStart, joinedSeq }]) => ({
        eventId: joinedEventId,
        item: { userId, role, joinedAt, historyStart, readSeq: marks.get(userId) ?? joinedSeq },
      }),
    );
    return members.sort((a, b) => a.eventId - b.eventId);
  }
}
