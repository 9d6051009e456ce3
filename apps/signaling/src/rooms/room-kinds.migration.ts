import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The kind of each room: messaging's facts, which survive a rebuild. Followed from the beginning of its log. */
export class RoomKinds1764230000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE room_kinds (room_id TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL) WITHOUT ROWID');
    await runner.query('CREATE TABLE room_kinds_cursor (event_id INTEGER NOT NULL)');
    await runner.query('INSERT INTO room_kinds_cursor VALUES (0)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE room_kinds_cursor');
    await runner.query('DROP TABLE room_kinds');
  }
}
