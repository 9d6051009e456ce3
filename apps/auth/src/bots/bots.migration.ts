import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds bots: users with a NATS key. `bots` is a projection, as is `users`. */
export class Bots1763640000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users ADD COLUMN is_bot BOOLEAN NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE users ADD COLUMN active BOOLEAN NOT NULL DEFAULT 1');
    await runner.query(`
      CREATE TABLE bots (
        user_id TEXT PRIMARY KEY NOT NULL,
        event_id INTEGER NOT NULL,
        public_key TEXT NOT NULL,
        created_by TEXT,
        revoked_at INTEGER
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE bots');
    await runner.query('ALTER TABLE users DROP COLUMN is_bot');
    await runner.query('ALTER TABLE users DROP COLUMN active');
  }
}
