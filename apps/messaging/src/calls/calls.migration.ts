import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The calls in progress, as far as messaging knows them, and the place in signaling's log up to which it has followed them. */
export class Calls1764310000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'CREATE TABLE calls_now (call_id TEXT PRIMARY KEY NOT NULL, call_json TEXT NOT NULL) WITHOUT ROWID',
    );
    await runner.query('CREATE TABLE calls_cursor (id INTEGER PRIMARY KEY CHECK (id = 1), event_id INTEGER NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE calls_cursor');
    await runner.query('DROP TABLE calls_now');
  }
}
