import { limits, type RoomId, type UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** Finds the people who are not yet members of a room for everybody. Nothing else stores how far adding them has come. */
@Injectable()
export class EverybodyRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      rooms: sqlite.prepare<[], RoomId>('SELECT room_id FROM rooms WHERE for_everybody AND deleted_at IS NULL').pluck(),
      missing: sqlite
        .prepare<[RoomId, RoomId, RoomId, number], UserId>(
          `SELECT user_id FROM people WHERE active AND NOT is_bot
            AND NOT EXISTS (SELECT 1 FROM room_members m WHERE m.room_id = ? AND m.user_id = people.user_id)
            AND NOT EXISTS (SELECT 1 FROM room_leavers l WHERE l.room_id = ? AND l.user_id = people.user_id)
            AND NOT EXISTS (SELECT 1 FROM room_bans b WHERE b.room_id = ? AND b.user_id = people.user_id)
            AND (SELECT count(*) FROM room_members o WHERE o.user_id = people.user_id) < ${limits.roomsPerPerson}
          LIMIT ?`,
        )
        .pluck(),
    };
  }

  rooms(): readonly RoomId[] {
    return this.statements.rooms.all();
  }

  /** People with an account who are not in the room, never left it, are not banned, and have room for one more. */
  missingIn(roomId: RoomId, atMost: number): readonly UserId[] {
    return this.statements.missing.all(roomId, roomId, roomId, atMost);
  }
}
