import { isEvent, messagingEvents, takenBackBy, type AnyEvent } from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/**
 * The files of messages that are not deleted. Those of a deleted room stay with its messages, which no one may read. On the
 * hot path: a message without files costs nothing.
 */
export class FilesProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      add: sqlite.prepare(
        'INSERT INTO files (file_id, msg_id, room_id, seq, user_id, position, file_json) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ),
      remove: sqlite.prepare('DELETE FROM files WHERE msg_id = ?'),
      clear: sqlite.prepare('DELETE FROM files'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(messagingEvents.messageSent, event)) {
      const { msgId, roomId, seq } = event.body;
      for (const [position, file] of (event.content?.files ?? []).entries()) {
        this.statements.add.run(file.fileId, msgId, roomId, seq, event.actorUserId, position, JSON.stringify(file));
      }
    } else {
      for (const { msgId } of takenBackBy(event)) this.statements.remove.run(msgId);
    }
  }

  clear(): void {
    this.statements.clear.run();
  }
}
