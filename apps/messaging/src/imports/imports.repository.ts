import type { RoomId, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** Whose an imported room becomes, and is. */
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
      // In the order in which they came: nobody is written twice.
      firstAdmin: sqlite
        .prepare<[], UserId>("SELECT user_id FROM people WHERE role = 'admin' AND active ORDER BY rowid LIMIT 1")
        .pluck(),
      ownerOf: sqlite.prepare<[RoomId], UserId>('SELECT created_by FROM rooms WHERE room_id = ?').pluck(),
    };
  }

  /** Somebody who could be in a room; without a handle the admin who has been here longest. */
  ownerToBe(handle: string | undefined): UserId | undefined {
    return handle === undefined ? this.statements.firstAdmin.get() : this.statements.byHandle.get(handle);
  }

  /** For whom the room was brought here. */
  ownerOf(roomId: RoomId): UserId | undefined {
    return this.statements.ownerOf.get(roomId);
  }
}
