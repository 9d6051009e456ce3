import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deleted rooms keep their row and their messages, have no members, and free their name. */
export class DeletedRooms1763690000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms ADD COLUMN deleted_at INTEGER');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE rooms DROP COLUMN deleted_at');
  }
}
