import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A deleted room keeps its place, and what was said in it; nobody is in it, and its name is free. */
export class DeletedRooms1763690000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms ADD COLUMN deleted_at INTEGER');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms DROP COLUMN deleted_at');
  }
}
