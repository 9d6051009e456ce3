import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rooms that an import fills: not to be seen before they are whole, and what their members were not told of yet. */
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
