import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds pending erasures and their progress through the log, which survive a crash and a rebuild. */
export class Erasures1763740000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE erasures (user_id TEXT PRIMARY KEY NOT NULL, after_event_id INTEGER NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE erasures');
  }
}
