import type { RoomId, RoomRole, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { Room } from './room';

/** Room members: messaging's facts, followed event by event. Write only inside GroupCommit. */
@Injectable()
export class RoomsRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      members: sqlite
        .prepare<[RoomId], [UserId, RoomRole]>('SELECT user_id, role FROM room_members WHERE room_id = ?')
        .raw(),
      isMember: sqlite
        .prepare<[RoomId, UserId], number>(
          'SELECT EXISTS (SELECT 1 FROM room_members WHERE room_id = ? AND user_id = ?)',
        )
        .pluck(),
      keep: sqlite.prepare('INSERT OR REPLACE INTO room_members (room_id, user_id, role) VALUES (?, ?, ?)'),
      remove: sqlite.prepare('DELETE FROM room_members WHERE room_id = ? AND user_id = ?'),
    };
  }

  byId(roomId: RoomId): Room {
    return { roomId, members: new Map(this.statements.members.all(roomId)) };
  }

  isMember(roomId: RoomId, userId: UserId): boolean {
    return this.statements.isMember.get(roomId, userId) === 1;
  }

  /** Stores a member with a role. */
  keep(roomId: RoomId, userId: UserId, role: RoomRole): void {
    this.statements.keep.run(roomId, userId, role);
  }

  remove(roomId: RoomId, userId: UserId): void {
    this.statements.remove.run(roomId, userId);
  }
}
