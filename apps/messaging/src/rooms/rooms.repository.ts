import {
  departureOf,
  isEvent,
  messagingEvents,
  type AnyEvent,
  type RoomId,
  type RoomKind,
  type RoomRole,
  type RoomSettings,
  type UserId,
} from '@devchitchat/contracts';
import { GroupCommit, SQLITE, type Draft, type Sqlite, type Transaction } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { PeopleRepository } from '../people/people.repository';
import type { RoomContent } from './decide';
import { isStillTheirs, voidLinksOf } from './invite-rights';
import { nameKey } from './name-key';
import { RecentlyUsed } from './recently-used';
import { succession } from './succession';
import { evolve, initialState, type Membership, type Room, type RoomState } from './room';

/** Maximum number of cached rooms. At a hundred members each, they take 20 MB. */
const maxRooms = 1_000;

interface RoomHead extends Omit<RoomSettings, 'forEverybody'> {
  readonly kind: RoomKind;
  readonly createdBy: UserId | null;
  readonly deletedAt: number | null;
  readonly headSeq: number | null;
  readonly hidden: 0 | 1;
  readonly unannounced: number;
  readonly forAll: 0 | 1;
}

interface MembershipRow {
  readonly userId: UserId;
  readonly role: RoomRole;
  readonly joinedAt: number;
  readonly joinedEventId: number;
  readonly historyStart: number;
  readonly joinedSeq: number;
}

/**
 * The state of rooms for decisions. Recently used rooms stay in memory and evolve with every event appended here, so
 * that a message needs no read of its room. A rollback invalidates them.
 */
@Injectable()
export class RoomsRepository {
  private readonly recent = new RecentlyUsed<RoomId, Room>(maxRooms);
  private readonly statements;

  constructor(
    @Inject(SQLITE) sqlite: Sqlite,
    groupCommit: GroupCommit,
    private readonly people: PeopleRepository,
  ) {
    this.statements = {
      room: sqlite.prepare<[RoomId], RoomHead>(
        `SELECT kind, created_by AS createdBy, deleted_at AS deletedAt, hidden, unannounced,
          slow_mode_seconds AS slowModeSeconds, everyone_by AS everyoneBy, for_everybody AS forAll,
          (SELECT max(seq) FROM messages WHERE messages.room_id = rooms.room_id) AS headSeq
        FROM rooms WHERE room_id = ?`,
      ),
      members: sqlite.prepare<[RoomId], MembershipRow>(
        `SELECT user_id AS userId, role, joined_at AS joinedAt, joined_event_id AS joinedEventId,
          history_start AS historyStart, joined_seq AS joinedSeq
        FROM room_members WHERE room_id = ? ORDER BY joined_event_id`,
      ),
      banned: sqlite
        .prepare<[RoomId], UserId>('SELECT user_id FROM room_bans WHERE room_id = ? ORDER BY event_id')
        .pluck(),
      muted: sqlite
        .prepare<[RoomId], [UserId, number]>(
          'SELECT user_id, muted_until FROM room_mutes WHERE room_id = ? ORDER BY event_id',
        )
        .raw(),
      lobby: sqlite.prepare<[], RoomId>('SELECT room_id FROM rooms WHERE created_by IS NULL').pluck(),
      openTo: sqlite
        .prepare<[UserId, UserId], RoomId>(
          `SELECT room_id FROM rooms WHERE for_everybody AND deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM room_leavers l WHERE l.room_id = rooms.room_id AND l.user_id = ?)
            AND NOT EXISTS (SELECT 1 FROM room_bans b WHERE b.room_id = rooms.room_id AND b.user_id = ?)`,
        )
        .pluck(),
      entrances: sqlite
        .prepare<[UserId], [RoomId, number]>('SELECT room_id, joined_event_id FROM room_members WHERE user_id = ?')
        .raw(),
      count: sqlite.prepare<[UserId], number>('SELECT count(*) FROM room_members WHERE user_id = ?').pluck(),
      nameTaken: sqlite
        .prepare<[string, RoomId], number>(
          'SELECT EXISTS (SELECT 1 FROM rooms WHERE public_name_key = ? AND room_id <> ?)',
        )
        .pluck(),
      toSettle: sqlite
        .prepare<[], RoomId>(
          `SELECT room_id FROM room_invites JOIN rooms USING (room_id) WHERE revoked_at IS NULL AND deleted_at IS NULL
          UNION SELECT room_id FROM room_members JOIN people USING (user_id)
            WHERE room_members.role = 'owner' AND (NOT active OR is_bot)
          UNION SELECT room_id FROM rooms WHERE kind = 'private' AND deleted_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM room_members m WHERE m.room_id = rooms.room_id AND m.role = 'owner')`,
        )
        .pluck(),
      linkMakers: sqlite
        .prepare<[RoomId], UserId>(
          'SELECT DISTINCT created_by FROM room_invites WHERE room_id = ? AND revoked_at IS NULL',
        )
        .pluck(),
      content: sqlite.prepare<[RoomId], RoomContent>('SELECT name, topic FROM rooms WHERE room_id = ?'),
    };
    groupCommit.onRollback(() => this.recent.clear());
  }

  /** The state for decisions; `null` if the room never existed. Deleted rooms are returned as such. */
  byId(roomId: RoomId): RoomState {
    return this.recent.get(roomId) ?? this.read(roomId);
  }

  /** The rooms of a user, each with the event by which they joined. */
  entrancesOf(userId: UserId): ReadonlyMap<RoomId, number> {
    return new Map(this.statements.entrances.all(userId));
  }

  /** The number of rooms a user is in, including direct rooms. */
  countOf(userId: UserId): number {
    return this.statements.count.get(userId) ?? 0;
  }

  /** The rooms for everybody, but none that the person ever left or is banned from. */
  forEverybodyBut(userId: UserId): readonly RoomId[] {
    return this.statements.openTo.all(userId, userId);
  }

  lobby(): RoomState {
    const roomId = this.statements.lobby.get();
    return roomId === undefined ? initialState : this.byId(roomId);
  }

  /** Whether another public room has this name. */
  isNameTaken(name: string, by: RoomId): boolean {
    return this.statements.nameTaken.get(nameKey(name), by) === 1;
  }

  /** The name and topic; empty if the room does not exist. */
  contentOf(roomId: RoomId): RoomContent {
    return this.statements.content.get(roomId) ?? { name: '', topic: '' };
  }

  /** The only way to append a room's events. `by` is the actor, if that is not the one of the command. */
  append(transaction: Transaction, draft: Draft, by?: UserId): AnyEvent {
    const roomId = draft.scopeId as RoomId;
    const before = this.byId(roomId);
    const event = transaction.append(draft, by);
    const after = evolve(before, event);
    if (after) this.recent.set(roomId, after);
    if (departureOf(event) || isEvent(messagingEvents.memberRoleChanged, event)) this.voidLinks(transaction, roomId);
    return event;
  }

  /** Rooms that may have no one to govern them, or may have invites whose creators lost the right. */
  toSettle(): readonly RoomId[] {
    return this.statements.toSettle.all();
  }

  /** Call after the rights of people changed. Passes the room on and voids invites where needed. */
  settleRights(transaction: Transaction, roomId: RoomId): void {
    for (const draft of succession(this.byId(roomId), this.people)) this.append(transaction, draft);
    this.voidLinks(transaction, roomId);
  }

  /**
   * Voids the invites of creators who lost the right, for whatever reason. Skips deleted rooms, which cannot be joined
   * anyway.
   */
  voidLinks(transaction: Transaction, roomId: RoomId): void {
    if (this.byId(roomId)?.deleted) return;
    for (const maker of this.statements.linkMakers.all(roomId)) {
      const room = this.byId(roomId);
      if (room && !isStillTheirs(room, maker, this.people)) this.append(transaction, voidLinksOf(room, maker));
    }
  }

  private read(roomId: RoomId): RoomState {
    const head = this.statements.room.get(roomId);
    if (!head) return initialState;
    const members = new Map<UserId, Membership>();
    for (const { userId, ...membership } of this.statements.members.all(roomId)) members.set(userId, membership);
    const room = {
      roomId,
      kind: head.kind,
      lobby: head.createdBy === null,
      deleted: head.deletedAt !== null,
      slowModeSeconds: head.slowModeSeconds,
      everyoneBy: head.everyoneBy,
      ...(head.forAll === 1 && { forEverybody: true }),
      members,
      banned: new Set(this.statements.banned.all(roomId)),
      mutedUntil: new Map(this.statements.muted.all(roomId)),
      headSeq: head.headSeq ?? 0,
      hidden: head.hidden === 1,
      unannounced: head.unannounced,
    };
    this.recent.set(roomId, room);
    return room;
  }
}
