import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `users`, `invites` and `sessions` are projections: they follow from the log and can be rebuilt from it. The other
 * tables hold hashes of secrets, which must never enter the log, and survive a rebuild
 * (docs/decisions/0005-secrets-beside-the-log.md). They therefore have no foreign key into a projection.
 */
export class Auth1763600100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE users (
        user_id TEXT PRIMARY KEY NOT NULL,
        handle TEXT,
        handle_key TEXT,
        display_name TEXT,
        role TEXT NOT NULL,
        created_at INTEGER NOT NULL
      )`);
    await runner.query('CREATE UNIQUE INDEX users_by_handle ON users (handle_key)');
    await runner.query(`
      CREATE TABLE invites (
        invite_id TEXT PRIMARY KEY NOT NULL,
        event_id INTEGER NOT NULL,
        created_by TEXT,
        created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL,
        max_uses INTEGER NOT NULL,
        uses INTEGER NOT NULL,
        revoked_at INTEGER,
        first_admin BOOLEAN NOT NULL,
        note TEXT
      )`);
    await runner.query('CREATE UNIQUE INDEX invites_by_age ON invites (event_id)');
    await runner.query(`
      CREATE TABLE sessions (
        session_id TEXT PRIMARY KEY NOT NULL,
        user_id TEXT NOT NULL,
        device TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL
      )`);
    await runner.query('CREATE INDEX sessions_by_user ON sessions (user_id)');

    await runner.query('CREATE TABLE invite_tokens (token_hash TEXT PRIMARY KEY NOT NULL, invite_id TEXT NOT NULL)');
    await runner.query(`
      CREATE TABLE session_tokens (
        token_hash TEXT PRIMARY KEY NOT NULL,
        session_id TEXT NOT NULL UNIQUE,
        last_seen_at INTEGER NOT NULL
      )`);
    await runner.query('CREATE TABLE passwords (user_id TEXT PRIMARY KEY NOT NULL, hash TEXT NOT NULL)');
    await runner.query(`
      CREATE TABLE device_codes (
        user_id TEXT PRIMARY KEY NOT NULL,
        session_id TEXT NOT NULL,
        code_hash TEXT NOT NULL UNIQUE,
        expires_at INTEGER NOT NULL
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'device_codes',
      'passwords',
      'session_tokens',
      'invite_tokens',
      'sessions',
      'invites',
      'users',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}
