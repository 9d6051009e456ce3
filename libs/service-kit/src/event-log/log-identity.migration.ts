import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which log this is. A restore draws it anew (apps/backup), because the log then goes on otherwise than it did: whoever
 * remembers another one remembers things that never happened here.
 */
export class LogIdentity1763600000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE log_identity (epoch TEXT NOT NULL)');
    await runner.query('INSERT INTO log_identity VALUES (lower(hex(randomblob(8))))');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE log_identity');
  }
}
