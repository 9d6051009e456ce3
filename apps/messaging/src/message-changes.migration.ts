import type { MigrationInterface, QueryRunner } from 'typeorm';

interface Words {
  readonly msg_id: number;
  readonly content_json: string;
}

/** Messages read per batch for the new index. */
const page = 1_000;

/**
 * Lets messages be edited, deleted, answered, reacted to and pinned. On edits and deletions the full-text index is told
 * which words to remove, and removes them at once, also from its own tables. An index with `contentless_delete` only
 * marks the row as removed and keeps its words until a later merge
 * (docs/decisions/0020-erase-deleted-messages-from-disk.md).
 */
export class MessageChanges1763670000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...changes, ...newIndex]) await runner.query(statement);
    await fillIndex(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['pins', 'reactions', 'message_edits']) await runner.query(`DROP TABLE ${table}`);
    for (const column of columns) await runner.query(`ALTER TABLE messages DROP COLUMN ${column.split(' ')[0]}`);
  }
}

const columns = [
  'revision INTEGER NOT NULL DEFAULT 0',
  'edited_at INTEGER',
  'words_event_id INTEGER',
  'deleted_by TEXT',
  'deleted_event_id INTEGER',
  'last_event_id INTEGER',
  'reply_to INTEGER',
  'everyone INTEGER NOT NULL DEFAULT 0',
];

const changes = [
  ...columns.map((column) => `ALTER TABLE messages ADD COLUMN ${column}`),
  `CREATE TABLE message_edits (
    msg_id INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    PRIMARY KEY (msg_id, event_id)
  ) WITHOUT ROWID`,
  `CREATE TABLE reactions (
    msg_id INTEGER NOT NULL,
    emoji TEXT NOT NULL,
    user_id TEXT NOT NULL,
    event_id INTEGER NOT NULL,
    PRIMARY KEY (msg_id, emoji, user_id)
  ) WITHOUT ROWID`,
  `CREATE TABLE pins (
    msg_id INTEGER PRIMARY KEY NOT NULL,
    room_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    by_user_id TEXT NOT NULL,
    ts INTEGER NOT NULL
  )`,
  'CREATE INDEX pins_by_room ON pins (room_id, event_id)',
];

const newIndex = [
  'DROP TABLE messages_fts',
  `CREATE VIRTUAL TABLE messages_fts USING fts5 (
    text, content = '', tokenize = 'unicode61 remove_diacritics 2'
  )`,
  "INSERT INTO messages_fts (messages_fts, rank) VALUES ('secure-delete', 1)",
];

async function fillIndex(runner: QueryRunner): Promise<void> {
  for (let last = 0, more = true; more;) {
    const words = (await runner.query(
      `SELECT msg_id, content_json FROM messages JOIN event_contents USING (event_id)
      WHERE msg_id > ? ORDER BY msg_id LIMIT ${page}`,
      [last],
    )) as readonly Words[];
    for (const { msg_id, content_json } of words) {
      const { text } = JSON.parse(content_json) as { text: string };
      await runner.query('INSERT INTO messages_fts (rowid, text) VALUES (?, ?)', [msg_id, text.normalize('NFC')]);
      last = msg_id;
    }
    more = words.length === page;
  }
}
