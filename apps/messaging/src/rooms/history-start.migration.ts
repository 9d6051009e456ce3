import type { MigrationInterface, QueryRunner } from 'typeorm';

/** From which message on a member may see a room, and who comes in by a link. Until now everybody saw all of it. */
export class HistoryStart1763710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const [table, column] of columns) await runner.query(`ALTER TABLE ${table} ADD COLUMN ${column}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const [table, column] of columns) {
      await runner.query(`ALTER TABLE ${table} DROP COLUMN ${column.split(' ')[0]}`);
    }
  }
}

const columns = [
  ['room_members', 'history_start INTEGER NOT NULL DEFAULT 1'],
  ['room_invites', "history TEXT NOT NULL DEFAULT 'whole'"],
  ['room_invites', 'history_start INTEGER NOT NULL DEFAULT 1'],
] as const;
