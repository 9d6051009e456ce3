import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds room settings: slow mode, initially off, and who may mention everyone, initially the owner and mods. */
export class RoomSettings1763760000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE rooms ADD COLUMN ${column}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of columns) await runner.query(`ALTER TABLE rooms DROP COLUMN ${column.split(' ')[0]}`);
  }
}

const columns = ['slow_mode_seconds INTEGER NOT NULL DEFAULT 0', "everyone_by TEXT NOT NULL DEFAULT 'moderators'"];
