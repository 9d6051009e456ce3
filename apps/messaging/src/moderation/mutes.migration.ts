import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds mutes with their end, a projection. */
export class Mutes1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE room_mutes (
      room_id TEXT NOT NULL REFERENCES rooms (room_id),
      user_id TEXT NOT NULL,
      event_id INTEGER NOT NULL,
      muted_by TEXT NOT NULL,
      muted_at INTEGER NOT NULL,
      muted_until INTEGER NOT NULL,
      PRIMARY KEY (room_id, user_id)
    ) WITHOUT ROWID`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE room_mutes');
  }
}
