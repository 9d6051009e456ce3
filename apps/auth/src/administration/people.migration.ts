import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets accounts be disabled, and adds recovery links. Like device codes, these are secrets and stay out of the log. */
export class People1764115200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE users ADD COLUMN disabled_at INTEGER');
    await runner.query(`
      CREATE TABLE recovery_links (
        user_id TEXT PRIMARY KEY NOT NULL,
        created_by TEXT NOT NULL,
        token_hash TEXT NOT NULL UNIQUE,
        expires_at INTEGER NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE recovery_links');
    await runner.query('ALTER TABLE users DROP COLUMN disabled_at');
  }
}
