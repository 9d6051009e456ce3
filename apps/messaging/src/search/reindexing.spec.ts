import type { RoomId } from '@devchitchat/contracts';
import { ErasedTexts, silentLogger } from '@devchitchat/service-kit';
import { MessagingFile } from '../testing/messaging-file';
import { ada } from '../testing/people';
import { tablesOf } from '../testing/tables';
import { earlierPartsOf, earlierWordsOf } from './earlier-forms';
import { factsOf, partsOf, wordsOf, type Indexed } from './indexed-text';
import { Reindexing } from './reindexing.service';
import { parseQuery } from './search-query';
import { SearchReader } from './search.reader';
import { secondPartsOf, secondWordsOf } from './second-forms';

const texts = [
  'plain',
  'ＡＢＣ１２３ ﬁne',
  'fly to 🇩🇪',
  'Café crème',
  'costs 10 €',
  'ｶﾞﾗｽ',
  'x² → y',
  'soft\u00adhyphen 5㎏ ½',
  'ดื่มน้ำ',
];

const forms = {
  first: { number: 1, words: earlierWordsOf, parts: earlierPartsOf },
  second: { number: 2, words: secondWordsOf, parts: secondPartsOf },
};
type Form = keyof typeof forms;

let messaging: MessagingFile;
let roomId: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  roomId = await messaging.room('public', 'kitchen', [ada]);
  for (const text of texts) await messaging.send(ada, roomId, text);
});

/** As earlier releases left their databases: the first form up to some message, then the second one. */
function asLeft(formAt: (index: number) => Form): void {
  const { sqlite } = messaging.database;
  const run = (
    words: string,
    parts: string,
    msgId: number,
    message: Indexed,
    form: Pick<(typeof forms)[Form], 'words' | 'parts'>,
  ) => {
    sqlite.prepare(words).run(msgId, form.words(message), factsOf(message));
    sqlite.prepare(parts).run(msgId, form.parts(message));
  };
  for (const [index, { msgId, text }] of messaging.messagesIn(roomId).entries()) {
    const message = { roomId, userId: ada, text: text ?? '', handles: [] };
    run(
      "INSERT INTO messages_fts (messages_fts, rowid, text, facts) VALUES ('delete', ?, ?, ?)",
      "INSERT INTO messages_parts (messages_parts, rowid, text) VALUES ('delete', ?, ?)",
      ...([msgId, message, { words: wordsOf, parts: partsOf }] as const),
    );
    const form = forms[formAt(index)];
    run(
      'INSERT INTO messages_fts (rowid, text, facts) VALUES (?, ?, ?)',
      'INSERT INTO messages_parts (rowid, text) VALUES (?, ?)',
      ...([msgId, message, form] as const),
    );
    sqlite.prepare('DELETE FROM search_reindexing WHERE form = ?').run(form.number);
    sqlite.prepare('INSERT INTO search_reindexing (last, form) VALUES (?, ?)').run(msgId, form.number);
  }
}

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

describe.each<[string, (index: number) => Form]>([
  ['the first form', () => 'first'],
  ['the second form', () => 'second'],
  ['both forms, because it stopped between', (index) => (index < 4 ? 'first' : 'second')],
])('a database in %s', (_what, formAt) => {
  beforeEach(() => asLeft(formAt));

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
    for (const text of ['abc123', 'fine', '🇩🇪', '€', 'ガラス', 'x2', '→', 'softhyphen', '5kg', '1/2', 'น้ำ'])
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
});
