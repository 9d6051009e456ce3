import { join } from 'node:path';
import { openDatabase } from '@devchitchat/service-kit';
import { logMigrations, temporaryFolder } from '@devchitchat/service-kit/testing';
import { entities, migrations } from '../messaging.database';
import { Bots1764230000001 } from './bots.migration';

const all = [...logMigrations, ...migrations];

it('the migration recognizes earlier bots as users who never joined the lobby', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'messaging.sqlite');
  const before = all.slice(0, all.indexOf(Bots1764230000001));
  const old = await openDatabase({ file, entities: [], migrations: before });
  const joined = (userId: string, by: string) =>
    `('member.joined', '{"roomId":"r_1","userId":"${userId}","by":"${by}"}')`;
  old.sqlite.exec(`
    INSERT INTO people (user_id, handle, display_name, role) VALUES
      ('u_ada', 'ada', 'Ada', 'admin'), ('u_bob', 'bob', 'Bob', 'member'), ('u_dice', 'dice', 'Dice', 'member');
    INSERT INTO events (type, body_json, ts, scope_kind, scope_id, prev_event_id, trace)
      SELECT column1, column2, 1, 'room', 'r_1', 0, '0' FROM (
        VALUES ${[joined('u_ada', 'server'), joined('u_bob', 'server'), joined('u_dice', 'member')].join()})`);
  await old.close();

  const database = await openDatabase({ file, entities, migrations: all });
  const bots = database.sqlite.prepare('SELECT user_id FROM people WHERE is_bot').pluck().all();
  expect(bots).toEqual(['u_dice']);
  await database.close();
});
