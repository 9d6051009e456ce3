import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Drops the unused delivery watermarks. Read marks and scope heads serve their purpose. */
export class NoDeliveries1764230000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE deliveries');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE deliveries (
      user_id TEXT NOT NULL,
      room_id TEXT NOT NULL,
      after_seq INTEGER NOT NULL,
      last_delivered_at INTEGER NOT NULL,
      PRIMARY KEY (user_id, room_id)
    ) WITHOUT ROWID`);
  }
}
