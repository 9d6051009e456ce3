import { join } from 'node:path';
import { openDatabase } from '@devchitchat/service-kit';
import { logMigrations, temporaryFolder } from '@devchitchat/service-kit/testing';
import { entities, migrations } from '../messaging.database';
import { ModerationActs1763760000001 } from './acts.migration';

const all = [...logMigrations, ...migrations];

it('the migration fills the moderation log with earlier acts, and restarts erasures for their reasons', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'messaging.sqlite');
  const before = all.slice(0, all.indexOf(ModerationActs1763760000001));
  const old = await openDatabase({ file, entities, migrations: before });
  const event = (id: number, type: string, body: object = {}) =>
    `(${id}, 1, 'u_1', 'room', 'r_1', ${id - 1}, '${type}', '${JSON.stringify(body)}', 't')`;
  old.sqlite.exec(`
    INSERT INTO events (event_id, ts, actor_user_id, scope_kind, scope_id, prev_event_id, type, body_json, trace) VALUES
      ${event(1, 'room.created')}, ${event(2, 'member.kicked')}, ${event(3, 'message.sent')}, ${event(4, 'message.sent')},
      ${event(5, 'message.deleted')}, ${event(6, 'message.deleted')}, ${event(7, 'room.updated')},
      ${event(8, 'words.erased', { userId: 'u_3' })};
    INSERT INTO rooms (room_id, kind, name, topic, created_at) VALUES ('r_1', 'public', 'kitchen', '', 1);
    INSERT INTO messages (msg_id, room_id, seq, event_id, user_id, ts, client_msg_id, deleted_by, deleted_event_id)
      VALUES (1, 'r_1', 1, 3, 'u_1', 1, 'c-1', 'u_1', 5), (2, 'r_1', 2, 4, 'u_2', 1, 'c-2', 'u_1', 6)`);
  await old.close();

  const database = await openDatabase({ file, entities, migrations: all });
  const rows = (table: string) => database.sqlite.prepare(`SELECT * FROM ${table}`).raw().all();
  expect(rows('moderation_acts')).toEqual([
    ['r_1', 2, null, null],
    ['r_1', 6, 'u_2', 2],
    ['r_1', 7, null, null],
  ]);
  expect(rows('erasures')).toEqual([['u_3', 0]]);
  await database.close();
});
