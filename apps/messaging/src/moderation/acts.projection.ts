import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { actTypes } from './acts';

/**
 * The events of each room's moderation log. Applies after the messages, because it looks up the author of a deleted
 * one.
 */
export class ActsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      add: sqlite.prepare('INSERT INTO moderation_acts (room_id, event_id) VALUES (?, ?)'),
      addDeletion: sqlite.prepare(
        `INSERT INTO moderation_acts (room_id, event_id, author_user_id, seq)
        SELECT room_id, ?, user_id, seq FROM messages WHERE msg_id = ? AND user_id <> ?`,
      ),
      clear: sqlite.prepare('DELETE FROM moderation_acts'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(messagingEvents.messageDeleted, event)) {
      this.statements.addDeletion.run(event.eventId, event.body.msgId, event.actorUserId);
    } else if (actTypes.has(event.type)) {
      this.statements.add.run(event.scope.id, event.eventId);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
