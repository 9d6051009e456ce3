import type { ClientMsgId, Message, MsgId, RoomId, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { thatFit } from '../answer-size';
import type { MessageRow } from './message.entity';
import type { EarlierSend } from './send';

interface StoredMessage extends MessageRow {
  readonly contentJson: string | null;
}

const stored = `m.msg_id AS msgId, m.room_id AS roomId, m.seq, m.event_id AS eventId, m.user_id AS userId, m.ts,
  m.client_msg_id AS clientMsgId, c.content_json AS contentJson
  FROM messages m LEFT JOIN event_contents c USING (event_id)`;

/**
 * Every message passes here, and every opening of a room: prepared statements only
 * (docs/decisions/0006-prepared-statements-on-the-hot-path.md).
 */
@Injectable()
export class MessagesRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      last: sqlite.prepare<[], number | null>('SELECT max(msg_id) FROM messages').pluck(),
      // Answered by the index alone: a join here costs every message three times as much.
      earlier: sqlite
        .prepare<[RoomId, UserId, ClientMsgId], MsgId>(
          'SELECT msg_id FROM messages WHERE room_id = ? AND user_id = ? AND client_msg_id = ?',
        )
        .pluck(),
      byId: sqlite.prepare<[MsgId], StoredMessage>(`SELECT ${stored} WHERE m.msg_id = ?`),
      before: sqlite.prepare<[RoomId, number, number], StoredMessage>(
        `SELECT ${stored} WHERE m.room_id = ? AND m.seq < ? ORDER BY m.seq DESC LIMIT ?`,
      ),
      after: sqlite.prepare<[RoomId, number, number], StoredMessage>(
        `SELECT ${stored} WHERE m.room_id = ? AND m.seq > ? ORDER BY m.seq LIMIT ?`,
      ),
    };
  }

  /** The id of the next message. It is taken once its event is appended. */
  nextId(): MsgId {
    return ((this.statements.last.get() ?? 0) + 1) as MsgId;
  }

  /** What this person said in this room under this id. */
  earlierSend(roomId: RoomId, userId: UserId, clientMsgId: ClientMsgId): EarlierSend | undefined {
    const earlier = this.statements.earlier.get(roomId, userId, clientMsgId);
    const message = earlier && this.byId(earlier);
    if (!message) return undefined;
    const { msgId, seq, eventId, ts, text } = message;
    return { ack: { msgId, seq, eventId, ts }, text };
  }

  byId(msgId: MsgId): Message | undefined {
    const row = this.statements.byId.get(msgId);
    return row && messageOf(row);
  }

  /** The last `limit` before a `seq`, oldest first. Fewer when they are long. */
  before(roomId: RoomId, seq: number, limit: number): Message[] {
    return thatFit(this.statements.before.all(roomId, seq, limit).map(messageOf)).reverse();
  }

  /** The first `limit` after a `seq`, oldest first. Fewer when they are long. */
  after(roomId: RoomId, seq: number, limit: number): Message[] {
    return thatFit(this.statements.after.all(roomId, seq, limit).map(messageOf));
  }

  /** The last `limit`, oldest first. Fewer when they are long. */
  latest(roomId: RoomId, limit: number): Message[] {
    return this.before(roomId, Number.MAX_SAFE_INTEGER, limit);
  }
}

function messageOf({ contentJson, ...message }: StoredMessage): Message {
  const content = contentJson === null ? null : (JSON.parse(contentJson) as { text: string });
  return { ...message, text: content?.text ?? null };
}
