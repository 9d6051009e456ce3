import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds direct rooms, a projection. The key contains the ids of all their people, so that each set of people has one
 * room.
 */
export class Directs1763710000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE directs (
      room_id TEXT PRIMARY KEY NOT NULL REFERENCES rooms (room_id),
      people_key TEXT NOT NULL
    ) WITHOUT ROWID`);
    await runner.query('CREATE UNIQUE INDEX directs_by_people ON directs (people_key)');
    await runner.query(`CREATE TABLE hidden_directs (
      user_id TEXT NOT NULL,
      room_id TEXT NOT NULL REFERENCES rooms (room_id),
      seq INTEGER NOT NULL,
      PRIMARY KEY (user_id, room_id)
    ) WITHOUT ROWID`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE hidden_directs');
    await runner.query('DROP TABLE directs');
  }
}
