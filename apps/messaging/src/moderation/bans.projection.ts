import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** The bans of each room. */
export class BansProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      ban: sqlite.prepare(
        'INSERT INTO room_bans (room_id, user_id, event_id, banned_by, banned_at) VALUES (?, ?, ?, ?, ?)',
      ),
      unban: sqlite.prepare('DELETE FROM room_bans WHERE room_id = ? AND user_id = ?'),
      clear: sqlite.prepare('DELETE FROM room_bans'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(messagingEvents.memberBanned, event)) {
      const { roomId, userId } = event.body;
      this.statements.ban.run(roomId, userId, event.eventId, event.actorUserId, event.ts);
    } else if (isEvent(messagingEvents.memberUnbanned, event)) {
      this.statements.unban.run(event.body.roomId, event.body.userId);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
