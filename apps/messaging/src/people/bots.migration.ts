import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who is a program: it owns no room. Of those who are known already the log tells: every person came into the lobby when
 * they registered. Whoever an import brought did not either, and comes into no room at all.
 */
export class Bots1764230000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people ADD COLUMN is_bot BOOLEAN NOT NULL DEFAULT 0');
    await runner.query(`UPDATE people SET is_bot = 1 WHERE user_id NOT IN (
      SELECT json_extract(body_json, '$.userId') FROM events
      WHERE type = 'member.joined' AND json_extract(body_json, '$.by') = 'server'
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people DROP COLUMN is_bot');
  }
}
