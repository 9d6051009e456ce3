import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `rooms`, `room_members`, `room_invites`, `messages` and `messages_fts` are projections: they follow from the log and
 * the content beside it, and can be rebuilt. The other tables survive a rebuild and therefore have no foreign key into
 * a projection: secrets, facts from auth's log, and delivery watermarks.
 */
export class Messaging1763600200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...projections, ...besideTheLog]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'deliveries',
      'feed_cursors',
      'people',
      'room_invite_tokens',
      'messages_fts',
      'messages',
      'room_invites',
      'room_members',
      'rooms',
    ]) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const projections = [
  `CREATE TABLE rooms (
    room_id TEXT PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    public_name_key TEXT,
    topic TEXT NOT NULL,
    created_by TEXT,
    created_at INTEGER NOT NULL
  )`,
  'CREATE UNIQUE INDEX rooms_by_public_name ON rooms (public_name_key)',
  'CREATE INDEX rooms_of_the_server ON rooms (room_id) WHERE created_by IS NULL',
  `CREATE TABLE room_members (
    room_id TEXT NOT NULL REFERENCES rooms (room_id),
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    joined_event_id INTEGER NOT NULL,
    PRIMARY KEY (room_id, user_id)
  ) WITHOUT ROWID`,
  'CREATE INDEX room_members_by_user ON room_members (user_id)',
  `CREATE TABLE room_invites (
    invite_id TEXT PRIMARY KEY NOT NULL,
    room_id TEXT NOT NULL REFERENCES rooms (room_id),
    event_id INTEGER NOT NULL,
    created_by TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    max_uses INTEGER NOT NULL,
    uses INTEGER NOT NULL,
    revoked_at INTEGER
  )`,
  'CREATE INDEX room_invites_by_age ON room_invites (room_id, event_id)',
  `CREATE TABLE messages (
    msg_id INTEGER PRIMARY KEY NOT NULL,
    room_id TEXT NOT NULL REFERENCES rooms (room_id),
    seq INTEGER NOT NULL,
    event_id INTEGER NOT NULL,
    user_id TEXT NOT NULL,
    ts INTEGER NOT NULL,
    client_msg_id TEXT NOT NULL
  )`,
  'CREATE UNIQUE INDEX messages_by_seq ON messages (room_id, seq)',
  'CREATE UNIQUE INDEX messages_by_client_msg_id ON messages (room_id, user_id, client_msg_id)',
  // Contentless: the texts stay in one place, event_contents. The row id is the message's.
  `CREATE VIRTUAL TABLE messages_fts USING fts5 (
    text, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 2'
  )`,
];

const besideTheLog = [
  'CREATE TABLE room_invite_tokens (token_hash TEXT PRIMARY KEY NOT NULL, invite_id TEXT NOT NULL)',
  `CREATE TABLE people (
    user_id TEXT PRIMARY KEY NOT NULL,
    handle TEXT,
    display_name TEXT,
    role TEXT NOT NULL
  )`,
  'CREATE TABLE feed_cursors (service TEXT PRIMARY KEY NOT NULL, event_id INTEGER NOT NULL)',
  `CREATE TABLE deliveries (
    user_id TEXT NOT NULL,
    room_id TEXT NOT NULL,
    after_seq INTEGER NOT NULL,
    last_delivered_at INTEGER NOT NULL,
    PRIMARY KEY (user_id, room_id)
  ) WITHOUT ROWID`,
];
