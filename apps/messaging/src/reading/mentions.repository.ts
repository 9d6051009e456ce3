import { mentionsPerRoom, quietPerRoom, type RoomId, type UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { everybody } from './mentions.projection';

export interface Digest {
  readonly messages: number;
  readonly people: number;
  readonly mentions: number;
}

/** How far back from a room's end own messages are looked for: sending one marks those before it as read. */
const ownWithin = 100;

/** Mentions of a person, and counts of messages by others. */
@Injectable()
export class MentionsRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    // Messages by others that mention this person or everyone.
    const mentioning = `FROM message_mentions mention
      JOIN messages m ON m.room_id = mention.room_id AND m.seq = mention.seq AND m.user_id <> ?
      WHERE mention.room_id = ? AND mention.handle IN (lower(?), '${everybody}') AND mention.seq > ?`;
    this.statements = {
      latest: sqlite
        .prepare<[UserId, RoomId, string, number, number], number>(
          `SELECT DISTINCT mention.seq ${mentioning} ORDER BY mention.seq DESC LIMIT ?`,
        )
        .pluck(),
      count: sqlite
        .prepare<[UserId, RoomId, string, number], number>(`SELECT count(DISTINCT mention.seq) ${mentioning}`)
        .pluck(),
      // The deleted ones come from an index of their own, because there may be any number of unread messages.
      quiet: sqlite
        .prepare<[RoomId, number, number, RoomId, number, UserId], number>(
          `SELECT seq FROM (SELECT seq FROM messages WHERE room_id = ? AND seq > ? AND deleted_by IS NOT NULL
            ORDER BY seq DESC LIMIT ?)
          UNION SELECT seq FROM messages WHERE room_id = ? AND seq > ? AND user_id = ? ORDER BY seq DESC`,
        )
        .pluck(),
      said: sqlite.prepare<[RoomId, number, UserId], Omit<Digest, 'mentions'>>(
        `SELECT count(*) AS messages, count(DISTINCT user_id) AS people FROM messages
        WHERE room_id = ? AND seq > ? AND user_id <> ? AND deleted_by IS NULL`,
      ),
    };
  }

  /** The latest messages after a `seq` in which others mentioned the person, as ascending `seq`s. */
  after(roomId: RoomId, seq: number, userId: UserId, handle: string): number[] {
    return this.statements.latest.all(userId, roomId, handle, seq, mentionsPerRoom).reverse();
  }

  /** The latest messages after a `seq` that are no news to the person: deleted ones and their own. Ascending `seq`s. */
  quietAfter(roomId: RoomId, seq: number, headSeq: number, userId: UserId): number[] {
    const own = Math.max(seq, headSeq - ownWithin);
    const quiet = this.statements.quiet.all(roomId, seq, quietPerRoom, roomId, own, userId);
    return quiet.slice(0, quietPerRoom).reverse();
  }

  /** Counts of the messages by others after a `seq`. */
  digest(roomId: RoomId, seq: number, userId: UserId, handle: string): Digest {
    const said = this.statements.said.get(roomId, seq, userId) ?? { messages: 0, people: 0 };
    return { ...said, mentions: this.statements.count.get(userId, roomId, handle, seq) ?? 0 };
  }
}
