import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Measurements and problems. They are not part of the log: old rows are deleted, and none follows from an event. */
export class Diagnostics1763600300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE samples (
        process TEXT NOT NULL,
        at INTEGER NOT NULL,
        memory_bytes INTEGER NOT NULL,
        event_loop_delay_ms REAL NOT NULL,
        largest_batch INTEGER,
        sockets INTEGER,
        PRIMARY KEY (process, at)
      ) WITHOUT ROWID`);
    await runner.query('CREATE INDEX samples_by_age ON samples (at)');
    await runner.query(`
      CREATE TABLE problems (
        problem_id INTEGER PRIMARY KEY AUTOINCREMENT,
        process TEXT NOT NULL,
        at INTEGER NOT NULL,
        problem_json TEXT NOT NULL
      )`);
    await runner.query(`
      CREATE TABLE lives (
        process TEXT NOT NULL,
        life TEXT NOT NULL,
        heard_at INTEGER NOT NULL,
        PRIMARY KEY (process, life)
      ) WITHOUT ROWID`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['lives', 'problems', 'samples']) await runner.query(`DROP TABLE ${table}`);
  }
}
