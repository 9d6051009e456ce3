import type { RoomInvite } from '@devchitchat/contracts';
import { MessagingFile } from './testing/messaging-file';
import { ada, bob, cleo, dora } from './testing/people';
import { tablesOf } from './testing/tables';

/** One of everything that can happen, some of it twice. */
async function live(messaging: MessagingFile): Promise<void> {
  const kitchen = await messaging.room('public', 'Kitchen', [ada, bob, cleo]);
  const hall = await messaging.room('private', 'hall', [bob, ada]);
  for (const [at, text] of ['Hello', 'Café at nine?', 'Yes', 'c++'].entries()) {
    await messaging.send([ada, bob][at % 2] ?? ada, at % 3 ? kitchen : hall, text);
  }
  const invites: { invite: RoomInvite; token: string }[] = [];
  for (const maxUses of [1, 3]) {
    const input = { roomId: hall, expiresInSeconds: 60, maxUses };
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
  messaging.on.deliveries.acknowledge({ rooms: [{ roomId: kitchen, seq: 2 }] }, messaging.as(ada));
  await messaging.deliveries.onModuleDestroy();
}

it('is the same after its projections were made anew from the log', async () => {
  await using messaging = await MessagingFile.open();
  const { sqlite } = messaging.database;
  await live(messaging);
  const before = tablesOf(sqlite);
  const empty = Object.entries(before).filter(([, rows]) => rows.length === 0);
  expect(empty.map(([table]) => table)).toEqual(['feed_cursors']);

  messaging.log.rebuild();
  expect(tablesOf(sqlite)).toEqual(before);
});

it('takes up where it was after its projections were made anew', async () => {
  await using messaging = await MessagingFile.open();
  await live(messaging);
  const roomId = messaging.published[0]!.event.scope.id as Parameters<MessagingFile['send']>[1];
  messaging.log.rebuild();
  expect(await messaging.send(ada, roomId, 'Next')).toMatchObject({ ok: true, value: { msgId: 6, seq: 4 } });
});

it('is never left at less than an fsync for every commit', async () => {
  await using messaging = await MessagingFile.open();
  const { sqlite } = messaging.database;
  await live(messaging);
  expect(sqlite.pragma('synchronous', { simple: true })).toBe(2);
  expect(sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
});
