import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** The mutes of each room, with their end. */
export class MutesProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      mute: sqlite.prepare(
        `INSERT OR REPLACE INTO room_mutes (room_id, user_id, event_id, muted_by, muted_at, muted_until)
        VALUES (?, ?, ?, ?, ?, ?)`,
      ),
      unmute: sqlite.prepare('DELETE FROM room_mutes WHERE room_id = ? AND user_id = ?'),
      clear: sqlite.prepare('DELETE FROM room_mutes'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(messagingEvents.memberMuted, event)) {
      const { roomId, userId, until } = event.body;
      this.statements.mute.run(roomId, userId, event.eventId, event.actorUserId, event.ts, until);
    } else if (isEvent(messagingEvents.memberUnmuted, event)) {
      this.statements.unmute.run(event.body.roomId, event.body.userId);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
