import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds read marks, the marks members start with, and mentions. `read_marks` is stored beside the log and survives a
 * rebuild; the others are projections. Existing members start at the head, so that an upgrade shows no one years of
 * unread messages.
 */
export class Reading1763720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE message_mentions');
    await runner.query('DROP TABLE read_marks');
    await runner.query('ALTER TABLE room_members DROP COLUMN joined_seq');
  }
}

const statements = [
  'ALTER TABLE room_members ADD COLUMN joined_seq INTEGER NOT NULL DEFAULT 0',
  `CREATE TABLE read_marks (
    user_id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    joined_event_id INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    PRIMARY KEY (user_id, room_id)
  ) WITHOUT ROWID`,
  'CREATE UNIQUE INDEX read_marks_by_revision ON read_marks (revision)',
  'CREATE INDEX read_marks_by_room ON read_marks (room_id)',
  `INSERT INTO read_marks (user_id, room_id, seq, joined_event_id, revision)
    SELECT user_id, room_id, coalesce((SELECT max(seq) FROM messages m WHERE m.room_id = room_members.room_id), 0),
      joined_event_id, row_number() OVER (ORDER BY joined_event_id)
    FROM room_members`,
  `CREATE TABLE message_mentions (
    room_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    handle TEXT NOT NULL,
    PRIMARY KEY (room_id, seq, handle)
  ) WITHOUT ROWID`,
  'CREATE INDEX message_mentions_by_handle ON message_mentions (room_id, handle, seq)',
];
