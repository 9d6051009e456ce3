import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Adds the server's settings: one row for each that was ever changed. A projection. */
export class ServerSettings1764288000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE server_settings (name TEXT PRIMARY KEY NOT NULL, value_json TEXT NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE server_settings');
  }
}
