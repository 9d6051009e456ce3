import { join } from 'node:path';
import type { RoomId, UserId } from '@devchitchat/contracts';
import { ErasedTexts, EventLog, GroupCommit, openDatabase, silentLogger } from '@devchitchat/service-kit';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { entities, projections } from '../messaging.database';
import { allMigrations, openEarlierFile } from '../testing/earlier-file';
import { tablesOf } from '../testing/tables';
import { earlierPartsOf, earlierWordsOf } from './earlier-forms';
import { factsOf } from './indexed-text';
import { Reindexing } from './reindexing.service';
import { secondPartsOf, secondWordsOf } from './second-forms';
import { SecondSearchForms1764330000000 } from './second-search-forms.migration';

const texts = ['soft\u00adhyphen', 'plain words', '5㎏', 'ดื่มน้ำ', 'ＡＢＣ ﬁne', 'Café 🇩🇪', '½ done', 'ﷺ'];
const count = 600;
/** The last message that the release before had not renewed when it was stopped. */
const unrenewed = 200;

it('a database of the release before is renewed from both of its forms', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'messaging.sqlite');
  const old = await openEarlierFile(file, SecondSearchForms1764330000000, count);
  old.sqlite.exec(`INSERT INTO search_reindexing VALUES (${unrenewed})`);
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

  const { sqlite, ...database } = await openDatabase({ file, entities, migrations: allMigrations });
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
