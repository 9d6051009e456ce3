import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds bans, a projection. */
export class Bans1763680000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE room_bans (
      room_id TEXT NOT NULL REFERENCES rooms (room_id),
      user_id TEXT NOT NULL,
      event_id INTEGER NOT NULL,
      banned_by TEXT NOT NULL,
      banned_at INTEGER NOT NULL,
      PRIMARY KEY (room_id, user_id)
    ) WITHOUT ROWID`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE room_bans');
  }
}
