import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds rooms for everybody, and who ever left or was removed from a room: those are not added to it again. */
export class ForEverybody1764320000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX rooms_for_everybody');
    await runner.query('ALTER TABLE rooms DROP COLUMN for_everybody');
    await runner.query('DROP TABLE room_leavers');
  }
}

const statements = [
  'ALTER TABLE rooms ADD COLUMN for_everybody BOOLEAN NOT NULL DEFAULT 0',
  'CREATE INDEX rooms_for_everybody ON rooms (room_id) WHERE for_everybody',
  `CREATE TABLE room_leavers (
    room_id TEXT NOT NULL REFERENCES rooms (room_id),
    user_id TEXT NOT NULL,
    PRIMARY KEY (room_id, user_id)
  ) WITHOUT ROWID`,
  `INSERT OR IGNORE INTO room_leavers (room_id, user_id)
    SELECT scope_id, json_extract(body_json, '$.userId') FROM events
    WHERE type IN ('member.left', 'member.kicked', 'member.banned')`,
];
