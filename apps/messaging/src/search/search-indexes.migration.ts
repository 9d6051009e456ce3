import type { RoomId, UserId } from '@devchitchat/contracts';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { earlierPartsOf, earlierWordsOf } from './earlier-forms';
import { factsOf } from './indexed-text';

interface StoredMessage {
  readonly msgId: number;
  readonly roomId: RoomId;
  readonly userId: UserId;
  readonly contentJson: string;
  readonly handlesJson: string;
}

/** Messages read per batch for the new indexes. */
const page = 1_000;

/**
 * Adds an index of parts of words, and one of words that also knows authors and rooms
 * (docs/decisions/0032-two-indexes-for-search.md). Both are filled with all messages.
 */
export class SearchIndexes1763730000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of indexes) await runner.query(statement);
    for (let last = 0, more = true; more;) {
      const messages = (await runner.query(
        `SELECT m.msg_id AS msgId, m.room_id AS roomId, m.user_id AS userId, c.content_json AS contentJson,
          (SELECT json_group_array(handle) FROM message_mentions WHERE room_id = m.room_id AND seq = m.seq) AS handlesJson
        FROM messages m JOIN event_contents c ON c.event_id = coalesce(m.words_event_id, m.event_id)
        WHERE m.msg_id > ? ORDER BY m.msg_id LIMIT ${page}`,
        [last],
      )) as readonly StoredMessage[];
      for (const { msgId, contentJson, handlesJson, ...place } of messages) {
        const { text } = JSON.parse(contentJson) as { text: string };
        const indexed = { ...place, text, handles: JSON.parse(handlesJson) as string[] };
        await runner.query('INSERT INTO messages_fts (rowid, text, facts) VALUES (?, ?, ?)', [
          msgId,
          earlierWordsOf(indexed),
          factsOf(indexed),
        ]);
        await runner.query('INSERT INTO messages_parts (rowid, text) VALUES (?, ?)', [msgId, earlierPartsOf(indexed)]);
        last = msgId;
      }
      more = messages.length === page;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['messages_parts', 'messages_fts']) await runner.query(`DROP TABLE ${table}`);
  }
}

/** The texts are folded beforehand, because the index compares them verbatim and treats marks as parts of words. */
const indexes = [
  'DROP TABLE messages_fts',
  `CREATE VIRTUAL TABLE messages_fts USING fts5 (
    text, facts, content = '', tokenize = "unicode61 remove_diacritics 0 categories 'L* N* Co M*'"
  )`,
  "INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', 1)",
  // Stores only the row, because positions are not needed and would triple the size.
  `CREATE VIRTUAL TABLE messages_parts USING fts5 (
    text, content = '', detail = none, columnsize = 0, tokenize = 'trigram case_sensitive 1'
  )`,
  "INSERT INTO messages_parts (messages_parts, rank) VALUES ('secure-delete', 1)",
];
