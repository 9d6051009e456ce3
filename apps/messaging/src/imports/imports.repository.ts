import type { RoomId, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** The owners of imported rooms. */
@Injectable()
export class ImportsRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      byHandle: sqlite
        .prepare<[string], UserId>(
          'SELECT user_id FROM people WHERE lower(handle) = lower(?) AND active AND NOT is_bot',
        )
        .pluck(),
      // Ordered by join, so that each person is written once.
      firstAdmin: sqlite
        .prepare<[], UserId>("SELECT user_id FROM people WHERE role = 'admin' AND active ORDER BY rowid LIMIT 1")
        .pluck(),
      ownerOf: sqlite.prepare<[RoomId], UserId>('SELECT created_by FROM rooms WHERE room_id = ?').pluck(),
    };
  }

  /** A possible room owner with this handle; without a handle, the longest-standing admin. */
  ownerToBe(handle: string | undefined): UserId | undefined {
    return handle === undefined ? this.statements.firstAdmin.get() : this.statements.byHandle.get(handle);
  }

  /** The person the room was imported for. */
  ownerOf(roomId: RoomId): UserId | undefined {
    return this.statements.ownerOf.get(roomId);
  }
}
