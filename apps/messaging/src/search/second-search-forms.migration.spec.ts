import { join } from 'node:path';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { ErasedTexts, EventLog, GroupCommit, openDatabase, silentLogger } from '@devchitchat/service-kit';
import { logMigrations, temporaryFolder } from '@devchitchat/service-kit/testing';
import { entities, migrations, projections } from '../messaging.database';
import { tablesOf } from '../testing/tables';
import { earlierPartsOf, earlierWordsOf } from './earlier-forms';
import { factsOf } from './indexed-text';
import { Reindexing } from './reindexing.service';
import { secondPartsOf, secondWordsOf } from './second-forms';
import { SecondSearchForms1764330000000 } from './second-search-forms.migration';

const all = [...logMigrations, ...migrations];
const texts = ['soft\u00adhyphen', 'plain words', '5㎏', 'ดื่มน้ำ', 'ＡＢＣ ﬁne', 'Café 🇩🇪', '½ done', 'ﷺ'];
const count = 600;
/** The last message that the release before had not renewed when it was stopped. */
const unrenewed = 200;

it('a database of the release before is renewed from both of its forms', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'messaging.sqlite');
  const before = all.slice(0, all.indexOf(SecondSearchForms1764330000000));
  const old = await openDatabase({ file, entities, migrations: before });
  const sent = `json_object('roomId', 'r_1', 'msgId', event_id, 'seq', event_id, 'clientMsgId', 'c-' || event_id)`;
  old.sqlite.exec(`
    INSERT INTO events VALUES (1, 1, 'u_1', 'room', 'r_1', 0, 'room.created',
      json_object('roomId', 'r_1', 'kind', 'public', 'createdBy', 'u_1'), '0');
    INSERT INTO event_contents VALUES (1, json_object('name', 'kitchen', 'topic', ''));
    INSERT INTO rooms (room_id, kind, name, public_name_key, topic, created_by, created_at)
      VALUES ('r_1', 'public', 'kitchen', 'kitchen', '', 'u_1', 1);
    WITH RECURSIVE n (event_id) AS (SELECT 2 UNION ALL SELECT event_id + 1 FROM n LIMIT ${count})
      INSERT INTO events SELECT event_id, 1, 'u_1', 'room', 'r_1', event_id - 1, 'message.sent', ${sent}, '0' FROM n;
    INSERT INTO messages (msg_id, room_id, seq, event_id, user_id, ts, client_msg_id)
      SELECT event_id, 'r_1', event_id, event_id, 'u_1', 1, 'c-' || event_id FROM events WHERE event_id > 1;
    INSERT INTO search_reindexing VALUES (${unrenewed})`);
  const content = old.sqlite.prepare('INSERT INTO event_contents VALUES (?, ?)');
  const words = old.sqlite.prepare('INSERT INTO messages_fts (rowid, text, facts) VALUES (?, ?, ?)');
  const parts = old.sqlite.prepare('INSERT INTO messages_parts (rowid, text) VALUES (?, ?)');
  old.sqlite.transaction(() => {
    for (let msgId = 2; msgId < count + 2; msgId++) {
      const text = `${texts[msgId % texts.length] ?? ''} number${msgId}`;
      const message = { roomId: 'r_1' as RoomId, userId: 'u_1' as UserId, text, handles: [] };
      const isFirst = msgId <= unrenewed;
      content.run(msgId, JSON.stringify({ text }));
      words.run(msgId, (isFirst ? earlierWordsOf : secondWordsOf)(message), factsOf(message));
      parts.run(msgId, (isFirst ? earlierPartsOf : secondPartsOf)(message));
    }
  })();
  await old.close();

  const { sqlite, ...database } = await openDatabase({ file, entities, migrations: all });
  const log = new EventLog(sqlite, projections(sqlite));
  const erasedTexts = new ErasedTexts(sqlite, silentLogger);
  const reindexing = new Reindexing(
    sqlite,
    new GroupCommit({ sqlite, log, logger: silentLogger, publish: () => undefined }),
    erasedTexts,
  );
  const left = sqlite.prepare('SELECT max(last) FROM search_reindexing').pluck();
  const step = sqlite.transaction(() => reindexing.step());
  while (left.get() !== null) step();
  erasedTexts.onModuleDestroy();

  const found = sqlite.prepare('SELECT count(*) FROM messages_fts WHERE messages_fts MATCH ?').pluck();
  expect(['softhyphen', '"5kg"', '"1 2"', 'abc'].map((it) => found.get(it))).toEqual([75, 75, 75, 75]);
  const renewed = tablesOf(sqlite);
  log.rebuild();
  expect(tablesOf(sqlite)).toMatchObject({ words: renewed['words'], parts: renewed['parts'] });
  await database.close();
});
