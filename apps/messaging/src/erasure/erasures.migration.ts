import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose words are being erased, and up to which event of the log that is done. It outlives a crash, and a rebuild. */
export class Erasures1763740000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE erasures (user_id TEXT PRIMARY KEY NOT NULL, after_event_id INTEGER NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erasures');
  }
}
