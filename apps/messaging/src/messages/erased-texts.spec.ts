import { readFileSync } from 'node:fs';
import { ErasedTexts, silentLogger } from '@devchitchat/service-kit';
import BetterSqlite3 from 'better-sqlite3';
import { MessagingFile } from '../testing/messaging-file';
import { ada } from '../testing/people';

it('erased texts leave the write-ahead log as soon as no reader holds it, and no request waits for that', async () => {
  await using messaging = await MessagingFile.open();
  const { sqlite } = messaging.database;
  const roomId = await messaging.room('public', 'kitchen', [ada]);
  await messaging.send(ada, roomId, 'xplanted');
  const reader = new BetterSqlite3(sqlite.name, { readonly: true });
  const reading = reader.prepare('SELECT * FROM events').iterate();
  reading.next();
  await messaging.delete(ada, messaging.messagesIn(roomId)[0]!);

  const busyTimeout = sqlite.pragma('busy_timeout', { simple: true }) as number;
  const sweeper = new ErasedTexts(sqlite, silentLogger);
  const walHas = () => readFileSync(`${sqlite.name}-wal`, 'latin1').includes('xplanted');
  const begun = performance.now();
  sweeper.onApplicationBootstrap();
  expect(performance.now() - begun).toBeLessThan(busyTimeout);
  expect(walHas()).toBe(true);
  expect(sqlite.pragma('busy_timeout', { simple: true })).toBe(busyTimeout);

  reading.return?.();
  sweeper.onApplicationBootstrap();
  expect(walHas()).toBe(false);
  sweeper.onModuleDestroy();
  reader.close();
});
