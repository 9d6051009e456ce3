import { join } from 'node:path';
import type { Message, RoomInvite } from '@devchitchat/contracts';
import { EventLog, openDatabase } from '@devchitchat/service-kit';
import { logMigrations, temporaryFolder } from '@devchitchat/service-kit/testing';
import BetterSqlite3 from 'better-sqlite3';
import { entities, migrations, projections } from './messaging.database';
import { MessagingFile } from './testing/messaging-file';
import { ada, bob, cleo, dora } from './testing/people';
import { tablesOf } from './testing/tables';
import { notes, photo } from './testing/uploads';

/** Performs one of every action, and some twice. */
async function live(messaging: MessagingFile): Promise<void> {
  const kitchen = await messaging.room('public', 'Kitchen', [ada, bob, cleo]);
  const hall = await messaging.room('private', 'hall', [bob, ada]);
  for (const [at, text] of ['Hello', 'Café at nine?', 'Yes', '@bob: c++'].entries()) {
    await messaging.send([ada, bob][at % 2] ?? ada, at % 3 ? kitchen : hall, text);
  }
  const invites: { invite: RoomInvite; token: string }[] = [];
  for (const maxUses of [1, 3]) {
    const input = { roomId: hall, expiresInSeconds: 60, maxUses, history: 'whole' as const };
    const created = await messaging.on.invites.createInvite(input, messaging.as(bob));
    if (created.ok) invites.push(created.value);
  }
  for (const { token } of invites) await messaging.on.invites.redeemInvite({ token }, messaging.as(dora));
  const [{ inviteId }] = invites.map(({ invite }) => invite) as [RoomInvite];
  await messaging.on.invites.revokeInvite({ roomId: hall, inviteId }, messaging.as(bob));
  await messaging.on.rooms.leaveRoom({ roomId: hall }, messaging.as(bob));
  await messaging.on.rooms.leaveRoom({ roomId: kitchen }, messaging.as(cleo));
  await messaging.on.rooms.joinRoom({ roomId: kitchen }, messaging.as(cleo));
  await messaging.send(cleo, kitchen, 'Back again');
  await messaging.on.moderation.setRole({ roomId: kitchen, userId: bob, role: 'mod' }, messaging.as(ada));
  await messaging.on.moderation.mute({ roomId: kitchen, userId: cleo, seconds: 60, reason: 'Hush' }, messaging.as(bob));
  await messaging.on.moderation.kick({ roomId: kitchen, userId: cleo, reason: 'Enough' }, messaging.as(bob));
  await messaging.on.moderation.ban({ roomId: kitchen, userId: cleo }, messaging.as(bob));
  await messaging.on.moderation.unban({ roomId: kitchen, userId: cleo }, messaging.as(ada));
  await messaging.on.moderation.ban({ roomId: kitchen, userId: cleo, reason: 'Really' }, messaging.as(ada));
  await messaging.on.rooms.updateRoom({ roomId: kitchen, name: 'Pantry', topic: 'Food' }, messaging.as(ada));
  await messaging.on.rooms.updateRoom(
    { roomId: kitchen, slowModeSeconds: 30, everyoneBy: 'everybody' },
    messaging.as(ada),
  );
  await messaging.on.rooms.updateRoom({ roomId: kitchen, slowModeSeconds: 0 }, messaging.as(ada));
  const attic = await messaging.room('public', 'attic', [ada, bob]);
  await messaging.on.rooms.deleteRoom({ roomId: attic }, messaging.as(ada));
  for (const text of ['Back again!', 'Back, again'])
    await messaging.edit(cleo, messaging.messagesIn(kitchen).at(-1)!, text);
  for (const [at, { roomId, msgId }] of messaging.messagesIn(kitchen).entries()) {
    await messaging.on.marks.react({ roomId, msgId, emoji: '👍' }, messaging.as(at ? ada : cleo));
    await messaging.on.marks.pin({ roomId, msgId }, messaging.as(ada));
  }
  const [first, second] = messaging.messagesIn(kitchen) as [Message, Message];
  await messaging.edit(first.userId, first, 'Soon gone');
  await messaging.delete(first.userId, messaging.messagesIn(kitchen)[0]!);
  await messaging.delete(ada, second, 'Off topic');
  const [kept, gone] = [photo, notes].map((facts) => messaging.files.upload(messaging.as(ada), kitchen, facts));
  await messaging.send(ada, kitchen, 'A photo', 'c-photo-1', [await kept!]);
  await messaging.send(ada, kitchen, '', 'c-notes-1', [await gone!]);
  await messaging.delete(ada, messaging.messagesIn(kitchen).at(-1)!);
  const direct = await messaging.direct([ada, bob]);
  await messaging.on.directs.hide({ roomId: direct }, messaging.as(ada));
  await messaging.on.directs.open({ userIds: [bob] }, messaging.as(ada));
  await messaging.on.reading.moveMarks({ rooms: [{ roomId: kitchen, seq: 2 }] }, messaging.as(ada));
}

it('the projections are the same after a rebuild from the log', async () => {
  await using messaging = await MessagingFile.open();
  const { sqlite } = messaging.database;
  await live(messaging);
  const before = tablesOf(sqlite);
  const empty = Object.entries(before).filter(([, rows]) => rows.length === 0);
  const emptyOnes = ['calls_cursor', 'calls_now', 'erasures', 'feed_cursors', 'search_reindexing'];
  expect(empty.map(([table]) => table)).toEqual(emptyOnes);

  messaging.log.rebuild();
  expect(tablesOf(sqlite)).toEqual(before);
});

it('a copy taken during writes contains the projections that its log leads to', async () => {
  await using messaging = await MessagingFile.open();
  await live(messaging);
  const roomId = await messaging.room('public', 'study', [ada, bob]);
  const writing = Promise.all(Array.from({ length: 300 }, (_, at) => messaging.send(ada, roomId, `text ${at}`)));
  using folder = temporaryFolder();
  const file = join(folder.path, 'copy.sqlite');
  const reader = new BetterSqlite3(messaging.database.sqlite.name, { readonly: true });
  reader.exec('BEGIN');
  const head = reader.prepare('SELECT max(event_id) FROM events').pluck().get();
  await reader.backup(file, { progress: () => 1 });
  reader.close();
  await writing;
  expect(messaging.log.head()).toBeGreaterThan(head as number);

  const copy = await openDatabase({ file, entities, migrations: [...logMigrations, ...migrations] });
  const log = new EventLog(copy.sqlite, projections(copy.sqlite));
  expect(log.head()).toBe(head);
  const before = tablesOf(copy.sqlite);
  log.rebuild();
  expect(tablesOf(copy.sqlite)).toEqual(before);
  await copy.close();
});

it('the service continues after a rebuild of its projections', async () => {
  await using messaging = await MessagingFile.open();
  await live(messaging);
  const roomId = messaging.published[0]!.event.scope.id as Parameters<MessagingFile['send']>[1];
  messaging.log.rebuild();
  expect(await messaging.send(ada, roomId, 'Next')).toMatchObject({ ok: true, value: { msgId: 8, seq: 6 } });
});

it('the connection always syncs every commit', async () => {
  await using messaging = await MessagingFile.open();
  const { sqlite } = messaging.database;
  await live(messaging);
  expect(sqlite.pragma('synchronous', { simple: true })).toBe(2);
  expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
});
