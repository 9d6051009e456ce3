import { isEvent, messagingEvents, takenBackBy, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** Reactions and pins. Applies after the messages, because it updates their last event. */
export class ReactionsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      react: sqlite.prepare('INSERT INTO reactions (msg_id, emoji, user_id, event_id) VALUES (?, ?, ?, ?)'),
      unreact: sqlite.prepare('DELETE FROM reactions WHERE msg_id = ? AND emoji = ? AND user_id = ?'),
      noteChange: sqlite.prepare('UPDATE messages SET last_event_id = ? WHERE msg_id = ?'),
      pin: sqlite.prepare(
        'INSERT INTO pins (msg_id, room_id, seq, event_id, by_user_id, ts) VALUES (?, ?, ?, ?, ?, ?)',
      ),
      unpin: sqlite.prepare('DELETE FROM pins WHERE msg_id = ?'),
      unreactAll: sqlite.prepare('DELETE FROM reactions WHERE msg_id = ?'),
      clearReactions: sqlite.prepare('DELETE FROM reactions'),
      clearPins: sqlite.prepare('DELETE FROM pins'),
    };
  }

  apply(event: AnyEvent): void {
    const { eventId, actorUserId, ts } = event;
    if (isEvent(messagingEvents.reactionAdded, event)) {
      this.statements.react.run(event.body.msgId, event.body.emoji, actorUserId, eventId);
      this.statements.noteChange.run(eventId, event.body.msgId);
    } else if (isEvent(messagingEvents.reactionRemoved, event)) {
      this.statements.unreact.run(event.body.msgId, event.body.emoji, actorUserId);
      this.statements.noteChange.run(eventId, event.body.msgId);
    } else if (isEvent(messagingEvents.messagePinned, event)) {
      const { msgId, roomId, seq } = event.body;
      this.statements.pin.run(msgId, roomId, seq, eventId, actorUserId, ts);
    } else if (isEvent(messagingEvents.messageUnpinned, event)) {
      this.statements.unpin.run(event.body.msgId);
    } else {
      for (const { msgId } of takenBackBy(event)) {
        this.statements.unreactAll.run(msgId);
        this.statements.unpin.run(msgId);
      }
    }
  }

  clear(): void {
    this.statements.clearReactions.run();
    this.statements.clearPins.run();
  }
}
