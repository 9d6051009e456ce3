import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An unfinished import no longer holds the name of its room: the room takes a free one when it appears. */
export class UnfinishedImports1764300000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE rooms SET public_name_key = NULL WHERE hidden');
  }

  async down(): Promise<void> {
    // Nothing to undo: the room is still hidden, and the earlier release finds its name free or in use.
  }
}
