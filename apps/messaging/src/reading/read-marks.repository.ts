import type { Reading, RoomId, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { Membership } from '../rooms/room';
import type { ReadMark } from './read-mark';

type MovedMark = Reading['marks'][number] & { readonly revision: number };

/** Read marks of all members. Writes only inside GroupCommit. */
@Injectable()
export class ReadMarksRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      seq: sqlite
        .prepare<[UserId, RoomId, number], number>(
          'SELECT seq FROM read_marks WHERE user_id = ? AND room_id = ? AND joined_event_id = ?',
        )
        .pluck(),
      ofRoom: sqlite
        .prepare<[RoomId], [UserId, number]>(
          `SELECT user_id, mark.seq FROM read_marks mark
          JOIN room_members USING (room_id, user_id, joined_event_id) WHERE room_id = ?`,
        )
        .raw(),
      put: sqlite.prepare(
        `INSERT INTO read_marks (user_id, room_id, seq, joined_event_id, revision)
        VALUES (?, ?, ?, ?, (SELECT coalesce(max(revision), 0) + 1 FROM read_marks))
        ON CONFLICT DO UPDATE SET seq = excluded.seq, joined_event_id = excluded.joined_event_id,
          revision = excluded.revision`,
      ),
      revision: sqlite.prepare<[], number>('SELECT coalesce(max(revision), 0) FROM read_marks').pluck(),
      movedAfter: sqlite.prepare<[UserId, number, string, number], MovedMark>(
        `SELECT mark.room_id AS roomId, mark.user_id AS userId, mark.seq, mark.revision FROM read_marks mark
        JOIN room_members me ON me.room_id = mark.room_id AND me.user_id = ?
        JOIN room_members them ON them.room_id = mark.room_id AND them.user_id = mark.user_id
          AND them.joined_event_id = mark.joined_event_id
        WHERE mark.revision > ? AND mark.room_id IN (SELECT value FROM json_each(?))
        ORDER BY mark.revision LIMIT ?`,
      ),
    };
  }

  /** The member's read mark. Until they first move it, the room's head when they joined. */
  seqOf(roomId: RoomId, userId: UserId, { joinedEventId, joinedSeq }: Membership): number {
    return this.statements.seq.get(userId, roomId, joinedEventId) ?? joinedSeq;
  }

  /** The marks of a room that moved since their owners joined. */
  ofRoom(roomId: RoomId): ReadonlyMap<UserId, number> {
    return new Map(this.statements.ofRoom.all(roomId));
  }

  put({ userId, roomId, seq }: ReadMark, { joinedEventId }: Membership): void {
    this.statements.put.run(userId, roomId, seq, joinedEventId);
  }

  /** The revision of the last move. */
  revision(): number {
    return this.statements.revision.get() ?? 0;
  }

  /** The first `limit` marks that moved after a revision, in those of these rooms that this person is in. */
  movedAfter(userId: UserId, revision: number, roomIds: readonly RoomId[], limit: number): readonly MovedMark[] {
    return this.statements.movedAfter.all(userId, revision, JSON.stringify(roomIds), limit);
  }
}
