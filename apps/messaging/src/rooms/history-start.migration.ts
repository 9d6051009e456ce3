import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the first message that a member sees, and that an invite shows. Existing members see the whole history. */
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
