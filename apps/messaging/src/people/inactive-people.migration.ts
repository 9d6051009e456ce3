import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A revoked bot stays known, by the name on what it said, and comes into no room any more. */
export class InactivePeople1763660000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people ADD COLUMN active BOOLEAN NOT NULL DEFAULT 1');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE people DROP COLUMN active');
  }
}
