import {
  limits,
  type Member,
  type PeoplePlace,
  type Room,
  type RoomId,
  type RoomSnapshot,
  type UserId,
} from '@devchitchat/contracts';
import { EventLog, SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { MessagesRepository } from '../messages/messages.repository';
import { BansRepository } from '../moderation/bans.repository';
import { MutesRepository } from '../moderation/mutes.repository';
import { ReadMarksRepository } from '../reading/read-marks.repository';
import { historyStartOf } from '../rooms/room';
import { RoomsRepository } from '../rooms/rooms.repository';
import { peopleAfter, type Listed } from '../rooms/people-page';

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
    const start = historyStartOf(state, userId);
    const people = this.peopleOf(roomId, null);
    return {
      room,
      ...people,
      members: this.withOneself(people.members, roomId, userId),
      messages: this.messages.latest(roomId, limits.messagesPerSnapshot, start),
      pins: this.messages.pinsOf(roomId).filter(({ seq }) => seq >= start),
      head: this.log.headOf({ kind: 'room', id: roomId }),
      headSeq: state.headSeq,
    };
  }

  /** Whoever asks has to know what they may do here at once, however many came before them. */
  private withOneself(members: Member[], roomId: RoomId, userId: UserId): Member[] {
    if (members.some((member) => member.userId === userId)) return members;
    return [...members, ...this.membersOf(roomId).flatMap(({ item }) => (item.userId === userId ? [item] : []))];
  }

  /** A room's people after a place among them, as many as fit. */
  peopleOf(roomId: RoomId, after: PeoplePlace | null): ReturnType<typeof peopleAfter> {
    const [members, bans, mutes] = [this.membersOf(roomId), this.bans.ofRoom(roomId), this.mutes.ofRoom(roomId)];
    return peopleAfter({ members, bans, mutes }, after);
  }

  /** By the events by which they came in. */
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
