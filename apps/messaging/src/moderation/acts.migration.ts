import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the moderation log: a projection that lists the events it consists of, including earlier ones. */
export class ModerationActs1763760000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE moderation_acts');
  }
}

const statements = [
  // Author and seq, set only for a message that someone other than its author deleted.
  `CREATE TABLE moderation_acts (
    room_id TEXT NOT NULL REFERENCES rooms (room_id),
    event_id INTEGER NOT NULL,
    author_user_id TEXT,
    seq INTEGER,
    PRIMARY KEY (room_id, event_id)
  ) WITHOUT ROWID`,
  `INSERT INTO moderation_acts (room_id, event_id)
    SELECT scope_id, event_id FROM events WHERE type IN ('member.kicked', 'member.banned', 'member.unbanned',
      'member.muted', 'member.unmuted', 'member.role_changed', 'room.updated')`,
  `INSERT INTO moderation_acts (room_id, event_id, author_user_id, seq)
    SELECT room_id, deleted_event_id, user_id, seq FROM messages WHERE deleted_by <> user_id`,
];
