import { join } from 'node:path';
import { openDatabase } from '@devchitchat/service-kit';
import { logMigrations, temporaryFolder } from '@devchitchat/service-kit/testing';
import { MessageChanges1763670000000 } from './message-changes.migration';
import { entities, migrations } from './messaging.database';

const all = [...logMigrations, ...migrations];

it('the migration keeps every indexed word findable and lets it be removed', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'messaging.sqlite');
  const before = all.slice(0, all.indexOf(MessageChanges1763670000000));
  const old = await openDatabase({ file, entities, migrations: before });
  old.sqlite.exec(`
    INSERT INTO rooms VALUES ('r_1', 'public', 'kitchen', 'kitchen', '', NULL, 1);
    WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n LIMIT 2500)
      INSERT INTO events SELECT id, 1, 'u_1', 'room', 'r_1', id - 1, 'message.sent', '{}', '0' FROM n;
    INSERT INTO event_contents SELECT event_id, json_object('text', 'Cafe\u0301 number' || event_id) FROM events;
    INSERT INTO messages SELECT event_id, 'r_1', event_id, event_id, 'u_1', 1, 'c-' || event_id FROM events;
    DELETE FROM event_contents WHERE event_id = 7`);
  await old.close();

  const database = await openDatabase({ file, entities, migrations: [...before, MessageChanges1763670000000] });
  const { sqlite } = database;
  const found = sqlite.prepare<[string], number>('SELECT rowid FROM messages_fts WHERE messages_fts MATCH ?').pluck();
  expect(found.all('café')).toHaveLength(2_499);
  expect(['number7', 'number8', 'number2500'].map((word) => found.all(word))).toEqual([[], [8], [2_500]]);
  sqlite.prepare("INSERT INTO messages_fts (messages_fts, rowid, text) VALUES ('delete', ?, ?)").run(8, 'Café number8');
  expect(found.all('number8')).toEqual([]);
  await database.close();
});
