import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds profiles to the projection `users`, and the table of pictures. Like secrets, pictures stay out of the log and
 * survive a rebuild (docs/decisions/0112-small-pictures-in-the-databases.md).
 */
export class Profiles1764374400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['picture TEXT', 'tone INTEGER', 'bio TEXT', 'pronouns TEXT']) {
      await runner.query(`ALTER TABLE users ADD COLUMN ${column}`);
    }
    await runner.query(`
      CREATE TABLE pictures (
        user_id TEXT PRIMARY KEY NOT NULL,
        picture TEXT NOT NULL,
        small BLOB NOT NULL,
        large BLOB NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE pictures');
    for (const column of ['pronouns', 'bio', 'tone', 'picture']) {
      await runner.query(`ALTER TABLE users DROP COLUMN ${column}`);
    }
  }
}
