import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Erasing an account's words left the reasons that it had given. Those whose words were erased are walked again. */
export class ErasedReasons1763760000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`INSERT OR IGNORE INTO erasures (user_id, after_event_id)
      SELECT DISTINCT json_extract(body_json, '$.userId'), 0 FROM events WHERE type = 'words.erased'`);
  }

  async down(): Promise<void> {
    // What is erased stays so.
  }
}
