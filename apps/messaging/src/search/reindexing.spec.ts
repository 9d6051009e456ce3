import type { RoomId } from '@devchitchat/contracts';
import { ErasedTexts, silentLogger } from '@devchitchat/service-kit';
import { MessagingFile } from '../testing/messaging-file';
import { ada } from '../testing/people';
import { tablesOf } from '../testing/tables';
import { earlierPartsOf, earlierWordsOf } from './earlier-forms';
import { factsOf, partsOf, wordsOf } from './indexed-text';
import { Reindexing } from './reindexing.service';
import { parseQuery } from './search-query';
import { SearchReader } from './search.reader';

const texts = ['plain', 'ＡＢＣ１２３ ﬁne', 'fly to 🇩🇪', 'Café crème', 'costs 10 €', 'ｶﾞﾗｽ', 'x² → y'];

let messaging: MessagingFile;
let roomId: RoomId;

/** As an earlier release left its database. */
beforeEach(async () => {
  messaging = await MessagingFile.open();
  roomId = await messaging.room('public', 'kitchen', [ada]);
  for (const text of texts) await messaging.send(ada, roomId, text);
  const { sqlite } = messaging.database;
  const [forget, add] = [
    ["INSERT INTO messages_fts (messages_fts, rowid, text, facts) VALUES ('delete', ?, ?, ?)", 'delete'],
    ['INSERT INTO messages_fts (rowid, text, facts) VALUES (?, ?, ?)', 'add'],
  ].map(([words = '', what]) => ({
    words: sqlite.prepare(words),
    parts: sqlite.prepare(
      what === 'add'
        ? 'INSERT INTO messages_parts (rowid, text) VALUES (?, ?)'
        : "INSERT INTO messages_parts (messages_parts, rowid, text) VALUES ('delete', ?, ?)",
    ),
  }));
  for (const { msgId, text } of messaging.messagesIn(roomId)) {
    const message = { roomId, userId: ada, text: text ?? '', handles: [] };
    forget?.words.run(msgId, wordsOf(message), factsOf(message));
    forget?.parts.run(msgId, partsOf(message));
    add?.words.run(msgId, earlierWordsOf(message), factsOf(message));
    add?.parts.run(msgId, earlierPartsOf(message));
  }
  sqlite.prepare('INSERT INTO search_reindexing VALUES (?)').run(messaging.messagesIn(roomId).at(-1)?.msgId);
});

afterEach(() => messaging[Symbol.asyncDispose]());

/** By the indexes alone, as in a room of thousands of messages. */
const found = (text: string) => {
  const reader = new SearchReader(messaging.database.sqlite);
  const place = { rooms: [{ roomId, historyStart: 1 }], facts: [], since: 0, until: Number.MAX_SAFE_INTEGER };
  const how = { pinned: false, sort: 'newest' as const, offset: 0, limit: 20 };
  const { hits, complete } = reader.find({ ...place, ...how, terms: parseQuery(text).terms });
  return { texts: hits.map(({ msgId }) => messaging.messages.byId(msgId)?.text), complete };
};

/** As the service does in each of its steps. */
const reindex = () => {
  const { sqlite } = messaging.database;
  const erasedTexts = new ErasedTexts(sqlite, silentLogger);
  sqlite.transaction(() => new Reindexing(sqlite, messaging.groupCommit, erasedTexts).step())();
  erasedTexts.onModuleDestroy();
};

const indexes = () => {
  const { words, parts } = tablesOf(messaging.database.sqlite);
  return { words, parts };
};

it('makes the indexes as if all messages had been sent today', () => {
  const before = indexes();
  reindex();
  const renewed = indexes();
  expect(renewed).not.toEqual(before);
  messaging.log.rebuild();
  expect(indexes()).toEqual(renewed);
});

it('finds the messages of an earlier release, and says until then that it lacks some', () => {
  expect(found('plain').complete).toBe(false);
  reindex();
  for (const text of ['abc123', 'fine', '🇩🇪', '€', 'ガラス', 'x2', '→'])
    expect([text, found(text)]).toEqual([text, { texts: [expect.any(String)], complete: true }]);
});

it.each(['before', 'after'])('what is edited or deleted %s it leaves nothing in the indexes', async (when) => {
  if (when === 'after') reindex();
  for (const message of messaging.messagesIn(roomId)) {
    await messaging.edit(ada, message, `${message.text ?? ''} ﬂat ★`);
    const edited = messaging.messages.byId(message.msgId);
    await messaging.delete(ada, edited!);
  }
  if (when === 'before') reindex();
  expect(indexes()).toEqual({ words: [], parts: [] });
});
