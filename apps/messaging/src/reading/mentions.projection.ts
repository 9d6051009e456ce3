import { isEvent, messagingEvents, takenBackBy, type AnyEvent, type RoomId } from '@devchitchat/contracts';
import { mentionsIn } from '@devchitchat/message-text';
import type { Projection, Sqlite } from '@devchitchat/service-kit';

/** The reserved handle that stands for everyone in the room. */
export const everybody = 'everyone';

/** Mentions by handle, from each message's current text. On the hot path: a text without an `@` costs nothing. */
export class MentionsProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      add: sqlite.prepare('INSERT INTO message_mentions (room_id, seq, handle) VALUES (?, ?, ?)'),
      remove: sqlite.prepare('DELETE FROM message_mentions WHERE room_id = ? AND seq = ?'),
      clear: sqlite.prepare('DELETE FROM message_mentions'),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(messagingEvents.messageSent, event)) {
      this.add(event.body, event.content);
    } else if (isEvent(messagingEvents.messageEdited, event)) {
      this.remove(event.body);
      this.add(event.body, event.content);
    } else {
      for (const { seq } of takenBackBy(event)) this.remove({ roomId: event.scope.id as RoomId, seq });
    }
  }

  clear(): void {
    this.statements.clear.run();
  }

  private add(
    { roomId, seq, everyone }: { readonly roomId: RoomId; readonly seq: number; readonly everyone?: true | undefined },
    content: { readonly text: string } | null,
  ): void {
    if (content) for (const handle of mentionsIn(content.text).handles) this.statements.add.run(roomId, seq, handle);
    if (everyone) this.statements.add.run(roomId, seq, everybody);
  }

  private remove({ roomId, seq }: { readonly roomId: RoomId; readonly seq: number }): void {
    this.statements.remove.run(roomId, seq);
  }
}
