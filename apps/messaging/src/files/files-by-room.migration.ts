import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the order in which the files of a room are listed, for each kind of file. */
export class FilesByRoom1764340000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      "CREATE INDEX files_by_room ON files (room_id, json_extract(file_json, '$.kind'), seq DESC, position)",
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX files_by_room');
  }
}
