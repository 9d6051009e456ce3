import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lets rooms be hidden while an import fills them, and counts the messages that were not announced yet. */
export class ImportedRooms1763750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms ADD COLUMN hidden BOOLEAN NOT NULL DEFAULT 0');
    await runner.query('ALTER TABLE rooms ADD COLUMN unannounced INTEGER NOT NULL DEFAULT 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms DROP COLUMN hidden');
    await runner.query('ALTER TABLE rooms DROP COLUMN unannounced');
  }
}
