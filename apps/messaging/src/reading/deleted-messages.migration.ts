import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An index of the deleted messages of each room, which do not count as unread. */
export class DeletedMessages1764310000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE INDEX messages_deleted ON messages (room_id, seq) WHERE deleted_by IS NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX messages_deleted');
  }
}
