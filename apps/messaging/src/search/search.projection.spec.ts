import { MessagingFile } from '../testing/messaging-file';
import { ada } from '../testing/people';
import { tablesOf } from '../testing/tables';
import { factsOf, wordsOf } from './indexed-text';

it.each(['edited', 'deleted'])('a message is %s in the index with the mentions it was stored with', async (change) => {
  await using messaging = await MessagingFile.open();
  const { sqlite } = messaging.database;
  const roomId = await messaging.room('public', 'kitchen', [ada]);
  await messaging.send(ada, roomId, 'hello');
  const [message] = messaging.messagesIn(roomId);
  const { msgId, seq } = message!;
  // As if an earlier version had read a mention from the same text.
  const as = (handles: string[]) => {
    const indexed = { roomId, userId: ada, text: 'hello', handles };
    return [msgId, wordsOf(indexed), factsOf(indexed)];
  };
  sqlite
    .prepare("INSERT INTO messages_fts (messages_fts, rowid, text, facts) VALUES ('delete', ?, ?, ?)")
    .run(...as([]));
  sqlite.prepare('INSERT INTO messages_fts (rowid, text, facts) VALUES (?, ?, ?)').run(...as(['bob']));
  sqlite.prepare("INSERT INTO message_mentions VALUES (?, ?, 'bob')").run(roomId, seq);
  expect(JSON.stringify(tablesOf(sqlite))).toContain('mentionsbob');

  await (change === 'edited' ? messaging.edit(ada, message!, 'bye') : messaging.delete(ada, message!));
  expect(JSON.stringify(tablesOf(sqlite))).not.toContain('bob');
});
