import { join } from 'node:path';
import { openDatabase } from '@devchitchat/service-kit';
import { logMigrations, temporaryFolder } from '@devchitchat/service-kit/testing';
import { entities, migrations } from '../messaging.database';
import { Reading1763720000000 } from './reading.migration';

const all = [...logMigrations, ...migrations];

it('no member has unread messages from before read marks existed', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'messaging.sqlite');
  const before = all.slice(0, all.indexOf(Reading1763720000000));
  const old = await openDatabase({ file, entities, migrations: before });
  old.sqlite.exec(`
    INSERT INTO rooms (room_id, kind, name, topic, created_at)
      VALUES ('r_1', 'public', 'kitchen', '', 1), ('r_2', 'public', 'hall', '', 1);
    INSERT INTO room_members (room_id, user_id, role, joined_at, joined_event_id) VALUES
      ('r_1', 'u_1', 'owner', 1, 2), ('r_1', 'u_2', 'member', 1, 3), ('r_2', 'u_1', 'owner', 1, 4);
    INSERT INTO messages (msg_id, room_id, seq, event_id, user_id, ts, client_msg_id)
      VALUES (1, 'r_1', 1, 5, 'u_1', 1, 'c-1'), (2, 'r_1', 2, 6, 'u_1', 1, 'c-2')`);
  await old.close();

  const database = await openDatabase({ file, entities, migrations: all });
  const marks = database.sqlite.prepare('SELECT user_id, room_id, seq, joined_event_id FROM read_marks').raw().all();
  expect(marks.sort()).toEqual([
    ['u_1', 'r_1', 2, 2],
    ['u_1', 'r_2', 0, 4],
    ['u_2', 'r_1', 2, 3],
  ]);
  await database.close();
});
