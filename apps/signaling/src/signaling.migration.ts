import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * `calls` and `call_peers` are projections of this service's own log. `room_members` and `feed_cursors` come from
 * messaging's log and survive a rebuild.
 */
export class Signaling1763600300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...projections, ...besideTheLog]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['feed_cursors', 'room_members', 'call_peers', 'calls']) {
      await runner.query(`DROP TABLE ${table}`);
    }
  }
}

const projections = [
  `CREATE TABLE calls (
    call_id TEXT PRIMARY KEY NOT NULL,
    room_id TEXT NOT NULL,
    started_by TEXT NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    end_reason TEXT
  )`,
  'CREATE INDEX calls_that_are_on ON calls (call_id) WHERE ended_at IS NULL',
  `CREATE TABLE call_peers (
    joined_event_id INTEGER PRIMARY KEY NOT NULL,
    call_id TEXT NOT NULL REFERENCES calls (call_id),
    peer_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    joined_at INTEGER NOT NULL,
    left_at INTEGER
  )`,
  'CREATE INDEX call_peers_by_call ON call_peers (call_id, peer_id)',
  'CREATE INDEX call_peers_by_peer ON call_peers (peer_id, joined_event_id)',
];

const besideTheLog = [
  `CREATE TABLE room_members (
    room_id TEXT NOT NULL,
    user_id TEXT NOT NULL,
    role TEXT NOT NULL,
    PRIMARY KEY (room_id, user_id)
  ) WITHOUT ROWID`,
  'CREATE INDEX room_members_by_user ON room_members (user_id)',
  'CREATE TABLE feed_cursors (service TEXT PRIMARY KEY NOT NULL, event_id INTEGER NOT NULL)',
];
