import { isEvent, messagingEvents, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** Where each message stands. On the hot path, so that everything here is paid for by every message. */
export class MessagesProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      add: sqlite.prepare(
        'INSERT INTO messages (msg_id, room_id, seq, event_id, user_id, ts, client_msg_id) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      clear: sqlite.prepare('DELETE FROM messages'),
    };
  }

  apply(event: AnyEvent): void {
    if (!isEvent(messagingEvents.messageSent, event)) return;
    const { msgId, roomId, seq, clientMsgId } = event.body;
    this.statements.add.run(msgId, roomId, seq, event.eventId, event.actorUserId, event.ts, clientMsgId);
  }

  clear(): void {
    this.statements.clear.run();
  }
}
