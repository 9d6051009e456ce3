import type { RoomId, RoomKind } from '@devchitchat/contracts';
import { SQLITE, type FeedCursor, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** Write only inside GroupCommit. */
@Injectable()
export class RoomKinds {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      kind: sqlite.prepare<[RoomId], RoomKind>('SELECT kind FROM room_kinds WHERE room_id = ?').pluck(),
      keep: sqlite.prepare('INSERT OR REPLACE INTO room_kinds (room_id, kind) VALUES (?, ?)'),
      cursor: sqlite.prepare<[], number>('SELECT event_id FROM room_kinds_cursor').pluck(),
      moveCursor: sqlite.prepare('UPDATE room_kinds_cursor SET event_id = ?'),
    };
  }

  /** `undefined` for a room that is not known here yet. */
  of(roomId: RoomId): RoomKind | undefined {
    return this.statements.kind.get(roomId);
  }

  keep(roomId: RoomId, kind: RoomKind): void {
    this.statements.keep.run(roomId, kind);
  }

  /** The position up to which messaging's log is applied here. */
  readonly cursor: FeedCursor = {
    read: () => this.statements.cursor.get() ?? 0,
    move: (eventId) => void this.statements.moveCursor.run(eventId),
  };
}
