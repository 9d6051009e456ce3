import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The epoch of a log. A restore draws a new one (apps/backup), because the log then diverges: clients and services that
 * know another epoch may know events that never happened here.
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
