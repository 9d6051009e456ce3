import type { AnyEvent, RoomId, RoomKind, RoomRole, UserId } from '@devchitchat/contracts';
import { GroupCommit, SQLITE, type Draft, type Sqlite, type Transaction } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { nameKey } from './name-key';
import { RecentlyUsed } from './recently-used';
import { evolve, initialState, type Membership, type Room, type RoomState } from './room';

/** Rooms held in memory. At a hundred members each, 20 MB. */
const mostRooms = 1_000;

interface RoomHead {
  readonly kind: RoomKind;
  readonly createdBy: UserId | null;
  readonly headSeq: number | null;
}

interface MembershipRow {
  readonly userId: UserId;
  readonly role: RoomRole;
  readonly joinedAt: number;
  readonly joinedEventId: number;
}

/**
 * Rooms as decisions need them. Those used lately stay in memory and evolve with every event appended here, so that a
 * message costs no look-up of its room; after a rollback they are read anew.
 */
@Injectable()
export class RoomsRepository {
  private readonly recent = new RecentlyUsed<RoomId, Room>(mostRooms);
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite, groupCommit: GroupCommit) {
    this.statements = {
      room: sqlite.prepare<[RoomId], RoomHead>(
        `SELECT kind, created_by AS createdBy,
          (SELECT max(seq) FROM messages WHERE messages.room_id = rooms.room_id) AS headSeq
        FROM rooms WHERE room_id = ?`,
      ),
      members: sqlite.prepare<[RoomId], MembershipRow>(
        `SELECT user_id AS userId, role, joined_at AS joinedAt, joined_event_id AS joinedEventId
        FROM room_members WHERE room_id = ? ORDER BY joined_event_id`,
      ),
      lobby: sqlite.prepare<[], RoomId>('SELECT room_id FROM rooms WHERE created_by IS NULL').pluck(),
      entrances: sqlite
        .prepare<[UserId], [RoomId, number]>('SELECT room_id, joined_event_id FROM room_members WHERE user_id = ?')
        .raw(),
      nameTaken: sqlite
        .prepare<[string], number>('SELECT EXISTS (SELECT 1 FROM rooms WHERE public_name_key = ?)')
        .pluck(),
    };
    groupCommit.onRollback(() => this.recent.clear());
  }

  byId(roomId: RoomId): RoomState {
    return this.recent.get(roomId) ?? this.read(roomId);
  }

  /** The rooms somebody is in, each with the event by which they came in. */
  entrancesOf(userId: UserId): ReadonlyMap<RoomId, number> {
    return new Map(this.statements.entrances.all(userId));
  }

  lobby(): RoomState {
    const roomId = this.statements.lobby.get();
    return roomId === undefined ? initialState : this.byId(roomId);
  }

  /** Another public room goes by this name. */
  isNameTaken(name: string): boolean {
    return this.statements.nameTaken.get(nameKey(name)) === 1;
  }

  /** The only way for a room's events into the log. */
  append(transaction: Transaction, draft: Draft): AnyEvent {
    const roomId = draft.scopeId as RoomId;
    const before = this.byId(roomId);
    const event = transaction.append(draft);
    const after = evolve(before, event);
    if (after) this.recent.set(roomId, after);
    return event;
  }

  private read(roomId: RoomId): RoomState {
    const head = this.statements.room.get(roomId);
    if (!head) return initialState;
    const members = new Map<UserId, Membership>();
    for (const { userId, ...membership } of this.statements.members.all(roomId)) members.set(userId, membership);
    const room = { roomId, kind: head.kind, lobby: head.createdBy === null, members, headSeq: head.headSeq ?? 0 };
    this.recent.set(roomId, room);
    return room;
  }
}
