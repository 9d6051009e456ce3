import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `call_seats` stands beside the log, for it says which device is which: whose session ends while this service is down is
 * out of the call after its start. `left_reason` is a projection's; those who left before this are in no call any more.
 */
export class Seats1764230000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE call_peers ADD COLUMN left_reason TEXT');
    await runner.query(
      'CREATE TABLE call_seats (peer_id TEXT PRIMARY KEY NOT NULL, session_id TEXT NOT NULL) WITHOUT ROWID',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE call_seats');
    await runner.query('ALTER TABLE call_peers DROP COLUMN left_reason');
  }
}
