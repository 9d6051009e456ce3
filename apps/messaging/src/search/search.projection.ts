import {
  isEvent,
  messagingEvents,
  takenBackBy,
  type AnyEvent,
  type MsgId,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import type { Projection, Sqlite } from '@devchitchat/service-kit';
import { earlierPartsOf, earlierWordsOf } from './earlier-forms';
import { factsOf, partsOf, wordsOf, type Indexed, type Searched, type SearchedFile } from './indexed-text';
import { mentionedBy } from './mentioned';
import { secondPartsOf, secondWordsOf } from './second-forms';

interface StoredMessage {
  readonly roomId: RoomId;
  readonly userId: UserId;
  readonly seq: number;
  readonly contentJson: string | null;
}

/**
 * The full-text indexes of words and of parts of words. They map terms to messages and hold no text. Removing a message
 * requires the text, the mentions and the files that were added, so this projection applies before those of the messages,
 * the mentions and the files, whose tables still hold them (docs/decisions/0032-two-indexes-for-search.md).
 */
export class SearchProjection implements Projection {
  private readonly statements;

  constructor(sqlite: Sqlite) {
    this.statements = {
      addWords: sqlite.prepare('INSERT INTO messages_fts (rowid, text, facts) VALUES (?, ?, ?)'),
      addParts: sqlite.prepare('INSERT INTO messages_parts (rowid, text) VALUES (?, ?)'),
      removeWords: sqlite.prepare(
        "INSERT INTO messages_fts (messages_fts, rowid, text, facts) VALUES ('delete', ?, ?, ?)",
      ),
      removeParts: sqlite.prepare("INSERT INTO messages_parts (messages_parts, rowid, text) VALUES ('delete', ?, ?)"),
      stored: sqlite.prepare<[MsgId], StoredMessage>(
        `SELECT m.room_id AS roomId, m.user_id AS userId, m.seq, c.content_json AS contentJson FROM messages m
        LEFT JOIN event_contents c ON c.event_id = coalesce(m.words_event_id, m.event_id) WHERE m.msg_id = ?`,
      ),
      mentions: sqlite
        .prepare<[RoomId, number], string>('SELECT handle FROM message_mentions WHERE room_id = ? AND seq = ?')
        .pluck(),
      files: sqlite.prepare<[MsgId], string>('SELECT file_json FROM files WHERE msg_id = ? ORDER BY position').pluck(),
      clearWords: sqlite.prepare("INSERT INTO messages_fts (messages_fts) VALUES ('delete-all')"),
      /** The form in which a message waits for the reindexing. */
      form: sqlite.prepare<[MsgId], 1 | 2>('SELECT min(form) FROM search_reindexing WHERE last >= ?').pluck(),
      clearReindexing: sqlite.prepare('DELETE FROM search_reindexing'),
      clearParts: sqlite.prepare("INSERT INTO messages_parts (messages_parts) VALUES ('delete-all')"),
    };
  }

  apply(event: AnyEvent): void {
    if (isEvent(messagingEvents.messageSent, event)) {
      const { msgId, roomId, everyone = false } = event.body;
      this.add(
        msgId,
        event.content && indexed({ roomId, userId: event.actorUserId as UserId }, event.content, everyone),
      );
    } else if (isEvent(messagingEvents.messageEdited, event)) {
      const { msgId, everyone = false } = event.body;
      const stored = this.statements.stored.get(msgId);
      if (!stored) return;
      this.remove(msgId, stored);
      const files = this.filesOf(msgId);
      this.add(msgId, event.content && indexed(stored, { ...event.content, files }, everyone));
    } else {
      for (const { msgId } of takenBackBy(event)) {
        const stored = this.statements.stored.get(msgId);
        if (stored) this.remove(msgId, stored);
      }
    }
  }

  clear(): void {
    this.statements.clearWords.run();
    this.statements.clearParts.run();
    this.statements.clearReindexing.run();
  }

  /** Puts a message that is indexed in its earlier form into the indexes anew. */
  renew(msgId: MsgId): void {
    const stored = this.statements.stored.get(msgId);
    if (!stored || stored.contentJson === null) return;
    const message = this.asStored(msgId, stored, stored.contentJson);
    const earlier = this.formsOf(msgId, message);
    const now = present(message);
    if (earlier.words === now.words && earlier.parts === now.parts) return;
    this.statements.removeWords.run(msgId, earlier.words, factsOf(message));
    this.statements.removeParts.run(msgId, earlier.parts);
    this.statements.addWords.run(msgId, now.words, factsOf(message));
    this.statements.addParts.run(msgId, now.parts);
  }

  private add(msgId: MsgId, message: Indexed | null): void {
    if (!message) return;
    const { words, parts } = this.formsOf(msgId, message);
    this.statements.addWords.run(msgId, words, factsOf(message));
    this.statements.addParts.run(msgId, parts);
  }

  /** Messages wait in their earlier form for the reindexing, even if they are edited meanwhile. */
  private formsOf(msgId: MsgId, message: Indexed) {
    return forms[this.statements.form.get(msgId) ?? 'present'](message);
  }

  /**
   * In a rebuild the text may be erased already. Then it was not added either. The mentions are not read from the text
   * again: an earlier version may have read others.
   */
  private remove(msgId: MsgId, stored: StoredMessage): void {
    if (stored.contentJson === null) return;
    const message = this.asStored(msgId, stored, stored.contentJson);
    const { words, parts } = this.formsOf(msgId, message);
    this.statements.removeWords.run(msgId, words, factsOf(message));
    this.statements.removeParts.run(msgId, parts);
  }

  private asStored(msgId: MsgId, stored: StoredMessage, contentJson: string): Indexed {
    const { text } = JSON.parse(contentJson) as { text: string };
    const handles = this.statements.mentions.all(stored.roomId, stored.seq);
    return { ...stored, text, files: this.filesOf(msgId), handles };
  }

  /** Edits name no files: a message keeps those that it was sent with. */
  private filesOf(msgId: MsgId): SearchedFile[] {
    return this.statements.files.all(msgId).map((json) => JSON.parse(json) as SearchedFile);
  }
}

const present = (message: Indexed) => ({ words: wordsOf(message), parts: partsOf(message) });

/** The entries of a message in the indexes, by the number of its form in `search_reindexing`. */
const forms = {
  1: (message: Indexed) => ({ words: earlierWordsOf(message), parts: earlierPartsOf(message) }),
  2: (message: Indexed) => ({ words: secondWordsOf(message), parts: secondPartsOf(message) }),
  present,
};

const indexed = (
  { roomId, userId }: Pick<Indexed, 'roomId' | 'userId'>,
  { text, files }: Searched,
  everyone: boolean,
): Indexed => ({ roomId, userId, text, files, handles: mentionedBy(text, everyone) });
