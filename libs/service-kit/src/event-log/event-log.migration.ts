import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The event log of every service, with content in separate rows that can be erased. */
export class EventLog1763600000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE events (
        event_id INTEGER PRIMARY KEY AUTOINCREMENT,
        ts INTEGER NOT NULL,
        actor_user_id TEXT,
        scope_kind TEXT NOT NULL,
        scope_id TEXT NOT NULL,
        prev_event_id INTEGER NOT NULL,
        type TEXT NOT NULL,
        body_json TEXT NOT NULL,
        trace TEXT NOT NULL
      )`);
    await runner.query('CREATE INDEX events_of_scope ON events (scope_kind, scope_id, event_id)');
    await runner.query(`CREATE TRIGGER events_are_never_changed BEFORE UPDATE ON events
      BEGIN SELECT RAISE(ABORT, 'events are never changed'); END`);
    await runner.query(`CREATE TRIGGER events_are_never_removed BEFORE DELETE ON events
      BEGIN SELECT RAISE(ABORT, 'events are never removed'); END`);
    await runner.query(`
      CREATE TABLE event_contents (
        event_id INTEGER PRIMARY KEY REFERENCES events (event_id),
        content_json TEXT NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE event_contents');
    await runner.query('DROP TABLE events');
  }
}
