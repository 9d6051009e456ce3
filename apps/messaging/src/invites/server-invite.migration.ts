import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the invite to the server that belongs to a room's link. Earlier links have none. */
export class ServerInvite1764300000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE room_invites ADD COLUMN server_invite_id TEXT');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE room_invites DROP COLUMN server_invite_id');
  }
}
