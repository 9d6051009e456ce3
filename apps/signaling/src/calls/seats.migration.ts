import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `call_seats` is not a projection of the log: it stores which session each peer belongs to, so that sessions which end
 * while this service is down are removed from calls at its start. `left_reason` belongs to a projection; peers that left
 * before this migration have no call any more.
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
