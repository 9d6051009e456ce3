import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Marks bots, which cannot own rooms. Among existing users, bots are those who never joined the lobby, since every
 * person joined it when they registered. Imported people never joined it either, and cannot join any room.
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
