import type {
  ClientMsgId,
  Message,
  MessageFile,
  MessageRevision,
  MsgId,
  Pin,
  Reaction,
  RoomId,
  UserId,
} from '@devchitchat/contracts';
import { SQLITE, fittingPrefix, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import { seqAt } from './seq-at';
import type { EarlierSend } from './send';

/** A message without its text, which is in `event_contents`. */
interface StoredMessage extends Omit<Message, 'text' | 'files' | 'reactions' | 'deleted' | 'everyone'> {
  /** SQLite has no booleans. */
  readonly everyone: 0 | 1;
  readonly deletedBy: UserId | null;
  readonly deletedAt: number | null;
  readonly contentJson: string | null;
  readonly reasonJson: string | null;
}

interface StoredReaction extends Reaction {
  readonly msgId: MsgId;
}

interface FileRow {
  readonly msgId: MsgId;
  readonly fileJson: string;
}

interface SaidRow {
  readonly userId: UserId;
  /** Milliseconds since 1970. For an imported message, the original time. */
  readonly ts: number;
  readonly cameAt: number;
}

const stored = `m.msg_id AS msgId, m.room_id AS roomId, m.seq, m.event_id AS eventId, m.user_id AS userId, m.ts,
  m.client_msg_id AS clientMsgId, m.everyone, m.reply_to AS replyTo, m.revision, m.edited_at AS editedAt, m.deleted_by AS deletedBy, deletion.ts AS deletedAt,
  coalesce(m.last_event_id, m.event_id) AS lastEventId, words.content_json AS contentJson,
  reason.content_json AS reasonJson
  FROM messages m
  LEFT JOIN event_contents words ON words.event_id = coalesce(m.words_event_id, m.event_id)
  LEFT JOIN events deletion ON deletion.event_id = m.deleted_event_id
  LEFT JOIN event_contents reason ON reason.event_id = m.deleted_event_id`;

/**
 * Messages by room. On the path of every message and of every opened room, so it uses prepared statements only
 * (docs/decisions/0006-prepared-statements-on-the-hot-path.md).
 */
@Injectable()
export class MessagesRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      last: sqlite.prepare<[], number | null>('SELECT max(msg_id) FROM messages').pluck(),
      // Answered by the index alone. A join here would triple the cost of every message.
      earlier: sqlite
        .prepare<[RoomId, UserId, ClientMsgId], MsgId>(
          'SELECT msg_id FROM messages WHERE room_id = ? AND user_id = ? AND client_msg_id = ?',
        )
        .pluck(),
      byId: sqlite.prepare<[MsgId], StoredMessage>(`SELECT ${stored} WHERE m.msg_id = ?`),
      before: sqlite.prepare<[RoomId, number, number, number], StoredMessage>(
        `SELECT ${stored} WHERE m.room_id = ? AND m.seq >= ? AND m.seq < ? ORDER BY m.seq DESC LIMIT ?`,
      ),
      reactions: sqlite.prepare<[string], StoredReaction>(
        `SELECT msg_id AS msgId, user_id AS userId, emoji FROM reactions
        WHERE msg_id IN (SELECT value FROM json_each(?)) ORDER BY event_id`,
      ),
      files: sqlite.prepare<[string], FileRow>(
        `SELECT msg_id AS msgId, file_json AS fileJson FROM files
        WHERE msg_id IN (SELECT value FROM json_each(?)) ORDER BY msg_id, position`,
      ),
      pins: sqlite.prepare<[RoomId], Pin>(
        'SELECT msg_id AS msgId, seq, by_user_id AS "by", ts FROM pins WHERE room_id = ? ORDER BY event_id',
      ),
      textEvents: sqlite
        .prepare<[MsgId, MsgId], number>(
          'SELECT event_id FROM messages WHERE msg_id = ? UNION SELECT event_id FROM message_edits WHERE msg_id = ? ORDER BY 1',
        )
        .pluck(),
      textOf: sqlite.prepare<[number], { ts: number; contentJson: string | null }>(
        'SELECT ts, content_json AS contentJson FROM events LEFT JOIN event_contents USING (event_id) WHERE event_id = ?',
      ),
      head: sqlite.prepare<[RoomId], number | null>('SELECT max(seq) FROM messages WHERE room_id = ?').pluck(),
      timeAt: sqlite.prepare<[RoomId, number], number>('SELECT ts FROM messages WHERE room_id = ? AND seq = ?').pluck(),
      said: sqlite.prepare<[RoomId], SaidRow>(
        `SELECT m.user_id AS userId, m.ts, e.ts AS cameAt FROM messages m JOIN events e USING (event_id)
        WHERE m.room_id = ? ORDER BY m.seq DESC`,
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

  /** The message that this person sent to this room under this id, and the text that they sent. */
  earlierSend(roomId: RoomId, userId: UserId, clientMsgId: ClientMsgId): EarlierSend | undefined {
    const earlier = this.statements.earlier.get(roomId, userId, clientMsgId);
    const message = earlier && this.byId(earlier);
    if (!message) return undefined;
    return { message, sentText: textIn(this.statements.textOf.get(message.eventId)?.contentJson ?? null) };
  }

  byId(msgId: MsgId): Message | undefined {
    const row = this.statements.byId.get(msgId);
    return row && this.messagesOf([row])[0];
  }

  /**
   * When the person last sent a message in the room, deleted or not, if that was after `since`. Imported messages do
   * not count. Reads as many messages as the room received since then.
   */
  lastSentAt(roomId: RoomId, userId: UserId, since: number): number | undefined {
    for (const said of this.statements.said.iterate(roomId)) {
      if (said.cameAt <= since) return undefined;
      if (said.userId === userId && said.ts === said.cameAt) return said.cameAt;
    }
    return undefined;
  }

  /** The pins of a room, in the order in which they were added. */
  pinsOf(roomId: RoomId): Pin[] {
    return this.statements.pins.all(roomId);
  }

  /** The events that hold a text of this message: the one that sent it, then its edits. */
  textEventsOf(msgId: MsgId): readonly number[] {
    return this.statements.textEvents.all(msgId, msgId);
  }

  /** The message's revisions after the first `after`, oldest first. */
  revisionsOf(msgId: MsgId, after: number, limit: number): MessageRevision[] {
    const events = this.textEventsOf(msgId).slice(after, after + limit);
    const rows = events.map((eventId) => this.statements.textOf.get(eventId));
    return rows.flatMap((row) => (row ? [{ ts: row.ts, text: textIn(row.contentJson) }] : []));
  }

  /** The last `limit` messages before a `seq` and not before `start`, oldest first. Fewer if they are long. */
  before(roomId: RoomId, seq: number, limit: number, start: number): Message[] {
    if (start >= seq) return [];
    return fittingPrefix(this.messagesOf(this.statements.before.all(roomId, start, seq, limit))).reverse();
  }

  /** The first `limit` messages after a `seq` and not before `start`, oldest first. Fewer if they are long. */
  after(roomId: RoomId, seq: number, limit: number, start: number): Message[] {
    return fittingPrefix(this.messagesOf(this.statements.after.all(roomId, Math.max(seq, start - 1), limit)));
  }

  /** The first `limit` messages sent at `ts` or later and not before `start`, oldest first. Fewer if they are long. */
  from(roomId: RoomId, ts: number, limit: number, start: number): Message[] {
    const head = this.statements.head.get(roomId) ?? 0;
    const first = seqAt(start, head, ts, (seq) => this.statements.timeAt.get(roomId, seq) ?? Infinity);
    return this.after(roomId, first - 1, limit, start);
  }

  /** The last `limit` messages not before `start`, oldest first. Fewer if they are long. */
  latest(roomId: RoomId, limit: number, start: number): Message[] {
    return this.before(roomId, Number.MAX_SAFE_INTEGER, limit, start);
  }

  private messagesOf(rows: readonly StoredMessage[]): Message[] {
    const msgIds = JSON.stringify(rows.map(({ msgId }) => msgId));
    const reactions = Map.groupBy(this.statements.reactions.all(msgIds), ({ msgId }) => msgId);
    const files = Map.groupBy(this.statements.files.all(msgIds), ({ msgId }) => msgId);
    return rows.map((row) => messageOf(row, reactions.get(row.msgId) ?? [], files.get(row.msgId)));
  }
}

function messageOf(
  { contentJson, reasonJson, deletedBy, deletedAt, everyone, ...message }: StoredMessage,
  reactions: readonly StoredReaction[],
  files: readonly FileRow[] | undefined,
): Message {
  return {
    ...message,
    text: textIn(contentJson),
    ...(files && { files: files.map(({ fileJson }) => JSON.parse(fileJson) as MessageFile) }),
    everyone: everyone === 1,
    reactions: reactions.map(({ userId, emoji }) => ({ userId, emoji })),
    deleted:
      deletedBy === null
        ? null
        : { by: deletedBy, reason: reasonIn(reasonJson), ...(deletedAt !== null && { at: deletedAt }) },
  };
}

const textIn = (contentJson: string | null): string | null =>
  contentJson === null ? null : (JSON.parse(contentJson) as { text: string }).text;

const reasonIn = (contentJson: string | null): string | null =>
  contentJson === null ? null : (JSON.parse(contentJson) as { reason: string }).reason;
