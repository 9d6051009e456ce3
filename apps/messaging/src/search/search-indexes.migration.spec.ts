import { join } from 'node:path';
import { EventLog, openDatabase } from '@devchitchat/service-kit';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { entities, projections } from '../messaging.database';
import { allMigrations, openEarlierFile } from '../testing/earlier-file';
import { tablesOf } from '../testing/tables';
import { SearchIndexes1763730000000 } from './search-indexes.migration';

it('the migration adds the current text of every message to both indexes, and they can be removed again', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'messaging.sqlite');
  const old = await openEarlierFile(file, SearchIndexes1763730000000, 2_500);
  old.sqlite.exec(`
    INSERT INTO event_contents SELECT event_id, json_object('text', 'Cafe\u0301 漢字 number' || event_id)
      FROM events WHERE event_id > 1;
    INSERT INTO events VALUES (2502, 1, 'u_1', 'room', 'r_1', 2501, 'message.edited',
      json_object('roomId', 'r_1', 'msgId', 9, 'seq', 9, 'revision', 1), '0');
    INSERT INTO event_contents VALUES (2502, json_object('text', 'Steamboat'));
    UPDATE messages SET revision = 1, edited_at = 1, words_event_id = 2502, last_event_id = 2502 WHERE msg_id = 9;
    INSERT INTO message_edits VALUES (9, 2502);
    DELETE FROM event_contents WHERE event_id = 7`);
  await old.close();

  const { sqlite, ...database } = await openDatabase({ file, entities, migrations: allMigrations });
  const found = (index: string, expression: string) =>
    sqlite.prepare(`SELECT rowid FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid`).pluck().all(expression);
  expect(found('messages_fts', 'text : "cafe" AND facts : "r1"')).toHaveLength(2_498);
  expect(
    ['number7', 'number8', 'number9', 'number2501', 'steamboat', '"漢 字" AND number10'].map((it) =>
      found('messages_fts', it),
    ),
  ).toEqual([[], [8], [], [2_501], [9], [10]]);
  expect(['"tea"', '"r24" AND "499"', '"er7" AND "r7 "'].map((it) => found('messages_parts', it))).toEqual([
    [9],
    [2_499],
    [],
  ]);

  const migrated = tablesOf(sqlite);
  new EventLog(sqlite, projections(sqlite)).rebuild();
  expect(tablesOf(sqlite)).toMatchObject({ words: migrated['words'], parts: migrated['parts'] });
  await database.close();
});
