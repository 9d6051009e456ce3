import { messagingEvents, type MsgId, type RoomId, type UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { Erasure, Written } from './erasure';

/** The union of the bodies of all these types. */
interface WrittenBody {
  readonly roomId: RoomId;
  readonly msgId?: MsgId;
  readonly seq?: number;
}

interface WrittenRow {
  readonly eventId: number;
  readonly bodyJson: string;
}

/**
 * Event types that hold a text or a reason by their actor. Edits are erased with their message; the name of a room
 * belongs to the room.
 */
const types = JSON.stringify(
  [
    messagingEvents.messageSent,
    messagingEvents.messageDeleted,
    messagingEvents.memberKicked,
    messagingEvents.memberBanned,
    messagingEvents.memberMuted,
  ].map(({ type }) => type),
);

/** Pending erasures, and the texts they still have to erase. Writes only inside GroupCommit. */
@Injectable()
export class ErasuresRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      begin: sqlite.prepare('INSERT OR IGNORE INTO erasures (user_id, after_event_id) VALUES (?, 0)'),
      next: sqlite.prepare<[], Erasure>('SELECT user_id AS userId, after_event_id AS after FROM erasures LIMIT 1'),
      move: sqlite.prepare('UPDATE erasures SET after_event_id = ? WHERE user_id = ?'),
      end: sqlite.prepare('DELETE FROM erasures WHERE user_id = ?'),
      written: sqlite.prepare<[number, number, UserId, string, number], WrittenRow>(
        `SELECT event_id AS eventId, body_json AS bodyJson FROM events JOIN event_contents USING (event_id)
        WHERE event_id > ? AND event_id <= ? AND actor_user_id = ?
          AND type IN (SELECT value FROM json_each(?)) ORDER BY event_id LIMIT ?`,
      ),
    };
  }

  begin(userId: UserId): void {
    this.statements.begin.run(userId);
  }

  next(): Erasure | undefined {
    return this.statements.next.get();
  }

  move(userId: UserId, after: number): void {
    this.statements.move.run(after, userId);
  }

  end(userId: UserId): void {
    this.statements.end.run(userId);
  }

  /** The first `limit` texts by this person in a section of the log that are not erased yet. */
  written({ userId, after }: Erasure, upTo: number, limit: number): readonly Written[] {
    return this.statements.written.all(after, upTo, userId, types, limit).map(({ eventId, bodyJson }) => {
      const { roomId, msgId, seq } = JSON.parse(bodyJson) as WrittenBody;
      return { eventId, roomId, message: msgId === undefined || seq === undefined ? null : { msgId, seq } };
    });
  }
}
