import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Restarts finished erasures, because they left the reasons that the person had given. */
export class ErasedReasons1763760000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT OR IGNORE INTO erasures (user_id, after_event_id)
      SELECT DISTINCT json_extract(body_json, '$.userId'), 0 FROM events WHERE type = 'words.erased'`);
  }

  async down(): Promise<void> {
    // An erasure cannot be undone.
  }
}
