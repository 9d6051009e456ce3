import { openDatabase } from '@devchitchat/service-kit';
import { logMigrations } from '@devchitchat/service-kit/testing';
import { entities, migrations } from '../messaging.database';

type Migration = (typeof migrations)[number];

/** Every migration of messaging's file, in order. */
export const allMigrations: readonly Migration[] = [...logMigrations, ...migrations];

/**
 * Opens a file as the release before a migration left it: with the room `r_1` and `count` messages of `u_1` in it, from
 * message 2 on. Their texts and index entries are left to the caller.
 */
export async function openEarlierFile(file: string, migration: Migration, count: number) {
  const before = allMigrations.slice(0, allMigrations.indexOf(migration));
  const database = await openDatabase({ file, entities, migrations: before });
  const sent = `json_object('roomId', 'r_1', 'msgId', event_id, 'seq', event_id, 'clientMsgId', 'c-' || event_id)`;
  database.sqlite.exec(`
    INSERT INTO events VALUES (1, 1, 'u_1', 'room', 'r_1', 0, 'room.created',
      json_object('roomId', 'r_1', 'kind', 'public', 'createdBy', 'u_1'), '0');
    INSERT INTO event_contents VALUES (1, json_object('name', 'kitchen', 'topic', ''));
    INSERT INTO rooms (room_id, kind, name, public_name_key, topic, created_by, created_at)
      VALUES ('r_1', 'public', 'kitchen', 'kitchen', '', 'u_1', 1);
    WITH RECURSIVE n (event_id) AS (SELECT 2 UNION ALL SELECT event_id + 1 FROM n LIMIT ${count})
      INSERT INTO events SELECT event_id, 1, 'u_1', 'room', 'r_1', event_id - 1, 'message.sent', ${sent}, '0' FROM n;
    INSERT INTO messages (msg_id, room_id, seq, event_id, user_id, ts, client_msg_id)
      SELECT event_id, 'r_1', event_id, event_id, 'u_1', 1, 'c-' || event_id FROM events WHERE event_id > 1`);
  return database;
}
