import { isEvent, messagingEvents, takenBackBy, takerOf, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/**
 * The `seq` and the state of each message. On the hot path: every message pays for the work done for `message.sent`.
 */
export class MessagesProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      add: sqlite.prepare(
        'INSERT INTO messages (msg_id, room_id, seq, event_id, user_id, ts, client_msg_id, reply_to, everyone, edited_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      ),
      edit: sqlite.prepare(
        'UPDATE messages SET everyone = ?, revision = ?, edited_at = ?, words_event_id = ?, last_event_id = ? WHERE msg_id = ?',
      ),
      keepEdit: sqlite.prepare('INSERT INTO message_edits (msg_id, event_id) VALUES (?, ?)'),
      remove: sqlite.prepare(
        'UPDATE messages SET deleted_by = ?, deleted_event_id = ?, last_event_id = ? WHERE msg_id = ?',
      ),
      clearEdits: sqlite.prepare('DELETE FROM message_edits'),
      clear: sqlite.prepare('DELETE FROM messages'),
    };
  }

  apply(event: AnyEvent): void {
    const { eventId, ts, actorUserId } = event;
    if (isEvent(messagingEvents.messageSent, event)) {
      const { msgId, roomId, seq, clientMsgId, replyTo = null, everyone, imported } = event.body;
      const [saidAt, editedAt] = [imported?.saidAt ?? ts, imported?.editedAt ?? null];
      const calls = everyone ? 1 : 0;
      this.statements.add.run(msgId, roomId, seq, eventId, actorUserId, saidAt, clientMsgId, replyTo, calls, editedAt);
    } else if (isEvent(messagingEvents.messageEdited, event)) {
      const { msgId, revision, everyone } = event.body;
      this.statements.edit.run(everyone ? 1 : 0, revision, ts, eventId, eventId, msgId);
      this.statements.keepEdit.run(msgId, eventId);
    } else {
      for (const { msgId } of takenBackBy(event)) this.statements.remove.run(takerOf(event), eventId, eventId, msgId);
    }
  }

  clear(): void {
    this.statements.clearEdits.run();
    this.statements.clear.run();
  }
}
