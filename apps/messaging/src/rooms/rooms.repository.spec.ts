import type { RoomId } from '@devchitchat/contracts';
import { GroupCommit, silentLogger } from '@devchitchat/service-kit';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo, dora } from '../testing/people';
import { RoomsRepository } from './rooms.repository';

let messaging: MessagingFile;

beforeEach(async () => {
  messaging = await MessagingFile.open();
});

afterEach(() => messaging[Symbol.asyncDispose]());

/** The same room from a repository with an empty cache. */
const readAnew = (roomId: RoomId) => {
  const { sqlite } = messaging.database;
  const unused = new GroupCommit({ sqlite, log: messaging.log, logger: silentLogger, publish: () => undefined });
  return new RoomsRepository(sqlite, unused, messaging.people).byId(roomId);
};

const entries = (roomId: RoomId, room = messaging.rooms.byId(roomId)) => ({
  ...room,
  members: [...(room?.members ?? [])],
  banned: [...(room?.banned ?? [])],
  mutedUntil: [...(room?.mutedUntil ?? [])],
});

describe('the room cache', () => {
  it('equals the stored state after every event', async () => {
    const hall = await messaging.room('private', 'hall', [dora]);
    const roomId = await messaging.room('private', 'kitchen', [ada, bob, cleo]);
    const steps = [
      () => messaging.send(bob, roomId, 'Hello'),
      () => messaging.on.rooms.leaveRoom({ roomId }, messaging.as(ada)),
      () => messaging.send(cleo, roomId, 'Bye'),
      () => messaging.on.rooms.addMember({ roomId, userId: ada, history: 'whole' }, messaging.as(bob)),
      () => messaging.on.moderation.ban({ roomId, userId: dora }, messaging.as(bob)),
      () => messaging.on.moderation.setRole({ roomId, userId: ada, role: 'mod' }, messaging.as(bob)),
      () => messaging.on.moderation.mute({ roomId, userId: cleo, seconds: 60 }, messaging.as(bob)),
      () => messaging.on.rooms.leaveRoom({ roomId }, messaging.as(bob)),
      () => messaging.on.moderation.kick({ roomId, userId: cleo }, messaging.as(ada)),
      () => messaging.on.moderation.ban({ roomId, userId: cleo }, messaging.as(ada)),
      () => messaging.on.moderation.unban({ roomId, userId: dora }, messaging.as(ada)),
      () => messaging.on.rooms.updateRoom({ roomId, topic: 'Food' }, messaging.as(ada)),
    ];
    for (const step of steps) {
      expect(await step()).toMatchObject({ ok: true });
      expect(entries(roomId)).toEqual(entries(roomId, readAnew(roomId)));
    }
    await messaging.on.rooms.deleteRoom({ roomId: hall }, messaging.as(dora));
    expect(entries(hall)).toEqual(entries(hall, readAnew(hall)));
    expect(entries(hall)).toMatchObject({ deleted: true, members: [] });
    expect(entries(roomId).members.map(([userId, { role }]) => [userId, role])).toEqual([[ada, 'owner']]);
  });

  it('is invalidated by a rollback', async () => {
    const roomId = await messaging.room('public', 'kitchen', [ada]);
    const { sqlite } = messaging.database;
    sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`);
    const text = 'x'.repeat(8_000);
    await Promise.all([1, 2, 3, 4].map(() => messaging.send(ada, roomId, text)));
    expect(entries(roomId)).toEqual(entries(roomId, readAnew(roomId)));
    expect(messaging.rooms.byId(roomId)?.headSeq).toBe(0);
  });
});

const nowhere = 'r_0000000000000000' as RoomId;

it('public names are taken regardless of case', async () => {
  await messaging.room('public', 'Kitchen', [ada]);
  await messaging.room('private', 'Hall', [ada]);
  expect(['kitchen', 'KITCHEN', 'hall', 'cellar'].map((name) => messaging.rooms.isNameTaken(name, nowhere))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('deleting or renaming a room frees its name', async () => {
  const roomId = await messaging.room('public', 'Kitchen', [ada]);
  const rename = (name: string) => messaging.on.rooms.updateRoom({ roomId, name }, messaging.as(ada));
  expect(await rename('KITCHEN')).toMatchObject({ ok: true });
  await messaging.room('public', 'hall', [ada]);
  expect(await rename('Hall')).toMatchObject({ ok: false, error: { code: 'conflict' } });
  expect(await rename('Cellar')).toMatchObject({ ok: true });
  expect(['kitchen', 'cellar'].map((name) => messaging.rooms.isNameTaken(name, nowhere))).toEqual([false, true]);
  await messaging.on.rooms.deleteRoom({ roomId }, messaging.as(ada));
  expect(messaging.rooms.isNameTaken('cellar', nowhere)).toBe(false);
});

it('the room list shows public rooms and the person’s own, oldest first', async () => {
  const kitchen = await messaging.room('public', 'kitchen', [ada, bob]);
  const hall = await messaging.room('private', 'hall', [bob]);
  const attic = await messaging.room('public', 'attic', [cleo, bob, ada]);
  const listed = async (userId: typeof ada) => {
    const reply = await messaging.on.rooms.listRooms({ limit: 50 }, messaging.as(userId));
    return reply.ok ? reply.value.rooms.map((room) => [room.roomId, room.joined, room.memberCount]) : reply;
  };
  expect(await listed(bob)).toEqual([
    [kitchen, true, 2],
    [hall, true, 1],
    [attic, true, 3],
  ]);
  expect(await listed(cleo)).toEqual([
    [kitchen, false, 2],
    [attic, true, 3],
  ]);
  expect(await listed(dora)).toEqual([
    [kitchen, false, 2],
    [attic, false, 3],
  ]);
});

it('the room list tells whom a ban keeps out of a room, as joining does', async () => {
  const roomId = await messaging.room('public', 'kitchen', [ada, bob, cleo]);
  await messaging.on.moderation.ban({ roomId, userId: bob }, messaging.as(ada));
  const listedFor = async (userId: typeof ada) => {
    const reply = await messaging.on.rooms.listRooms({ limit: 50 }, messaging.as(userId));
    return reply.ok ? reply.value.rooms.map(({ joined, banned }) => ({ joined, banned })) : reply;
  };
  expect(await listedFor(bob)).toEqual([{ joined: false, banned: true }]);
  expect(await messaging.on.rooms.joinRoom({ roomId }, messaging.as(bob))).toMatchObject({ ok: false });
  expect(await listedFor(cleo)).toEqual([{ joined: true, banned: undefined }]);
  expect(await listedFor(dora)).toEqual([{ joined: false, banned: undefined }]);
  await messaging.on.moderation.unban({ roomId, userId: bob }, messaging.as(ada));
  expect(await listedFor(bob)).toEqual([{ joined: false, banned: undefined }]);
});
