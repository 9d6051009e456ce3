import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeps revoked bots as authors of their messages, but out of all rooms. */
export class InactivePeople1763660000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people ADD COLUMN active BOOLEAN NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people DROP COLUMN active');
  }
}
