import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Adds files: what is on disk, beside the log, and the files of messages, a projection. A stored file whose message is gone
 * is removed from disk.
 */
export class Files1764340000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of statements) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['files', 'stored_files']) await runner.query(`DROP TABLE ${table}`);
  }
}

const statements = [
  `CREATE TABLE stored_files (
    file_id TEXT PRIMARY KEY NOT NULL,
    user_id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    client_file_id TEXT NOT NULL,
    name TEXT NOT NULL,
    size INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    turn INTEGER NOT NULL DEFAULT 0,
    facts_json TEXT,
    state TEXT NOT NULL,
    UNIQUE (user_id, client_file_id)
  ) WITHOUT ROWID`,
  "CREATE INDEX stored_files_open ON stored_files (expires_at) WHERE state = 'open'",
  "CREATE INDEX stored_files_removing ON stored_files (file_id) WHERE state = 'removing'",
  "CREATE INDEX stored_files_untidy ON stored_files (file_id) WHERE state = 'sent' AND turn > 0",
  `CREATE TABLE files (
    file_id TEXT PRIMARY KEY NOT NULL,
    msg_id INTEGER NOT NULL,
    room_id TEXT NOT NULL,
    seq INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    file_json TEXT NOT NULL
  ) WITHOUT ROWID`,
  'CREATE INDEX files_by_message ON files (msg_id, position)',
];
