import type { MsgId, RoomId, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { matchExpression, type Term } from './search-query';

/**
 * The newest matches that are ranked against each other. Ranking every message that says "the" blocks the process for two
 * seconds in a million messages, ranking these for sixty milliseconds; nobody looks for the old ones by such a word.
 */
const mostRanked = 1_000;

@Injectable()
export class SearchRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    const best = (inRooms: string) => `
      SELECT msgId FROM (
        SELECT f.rowid AS msgId, bm25(messages_fts) AS score
        FROM messages_fts f CROSS JOIN messages m ON m.msg_id = f.rowid
        WHERE messages_fts MATCH ? AND m.room_id IN (${inRooms})
        ORDER BY f.rowid DESC LIMIT ${mostRanked}
      ) ORDER BY score, msgId DESC LIMIT ?`;
    this.statements = {
      inRoom: sqlite.prepare<[string, RoomId, number], MsgId>(best('?')).pluck(),
      inRoomsOf: sqlite
        .prepare<[string, UserId, number], MsgId>(best('SELECT room_id FROM room_members WHERE user_id = ?'))
        .pluck(),
    };
  }

  /** The messages of one room that match best, the newer first where two match alike. */
  inRoom(terms: readonly Term[], roomId: RoomId, limit: number): MsgId[] {
    return this.statements.inRoom.all(matchExpression(terms), roomId, limit);
  }

  /** The same, of all the rooms somebody is in. */
  inRoomsOf(terms: readonly Term[], userId: UserId, limit: number): MsgId[] {
    return this.statements.inRoomsOf.all(matchExpression(terms), userId, limit);
  }
}
