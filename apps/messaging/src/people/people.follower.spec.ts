import { messagingCommands as messaging, type UserId } from '@devchitchat/contracts';
import BetterSqlite3 from 'better-sqlite3';
import { startMessaging, until, type RunningMessaging } from '../testing/running-messaging';

let running: RunningMessaging;

beforeEach(async () => {
  running = await startMessaging();
});

afterEach(() => running[Symbol.asyncDispose]());

const lobbyAs = async (actor: Parameters<RunningMessaging['ask']>[0] & object) => {
  const { rooms } = await running.told(actor, messaging.sync, { rooms: [] });
  return rooms
    .map((room) => (room.kind === 'snapshot' ? room.snapshot : undefined))
    .find((room) => room?.room.name === 'lobby')!;
};
const people = () => {
  const sqlite = new BetterSqlite3(running.file, { readonly: true });
  const rows = sqlite.prepare('SELECT user_id, handle, display_name, role, active FROM people ORDER BY handle').all();
  sqlite.close();
  return rows;
};

describe('the lobby', () => {
  it('is there before anybody is, and everybody who registers is in it', async () => {
    const ada = await running.newcomer('ada', 'admin');
    const bob = await running.newcomer('bob');
    const lobby = await lobbyAs(bob);
    expect(lobby.room).toMatchObject({ kind: 'public', createdBy: null });
    expect(lobby.members.map(({ userId, role }) => [userId, role])).toEqual([
      [ada.userId, 'member'],
      [bob.userId, 'member'],
    ]);
    expect(
      (await running.heardBy(ada)).map(({ type, body }) => ({ type, ...(body as { userId?: UserId }) })),
    ).toMatchObject([
      { type: 'member.joined', userId: ada.userId, by: 'server' },
      { type: 'member.joined', userId: bob.userId, by: 'server' },
    ]);
  });

  it('is opened once, and nobody comes in twice, however often the service starts', async () => {
    const ada = await running.newcomer('ada');
    const before = await lobbyAs(ada);
    await running.stop();
    await running.start();
    expect(await lobbyAs(ada)).toEqual(before);
  });

  it('takes in who registered while the service was away', async () => {
    await running.stop();
    const registered = running.newcomer('ada');
    await running.start();
    const ada = await registered;
    expect((await lobbyAs(ada)).members).toMatchObject([{ userId: ada.userId }]);
  });

  it('is left by nobody, and its name is taken', async () => {
    const ada = await running.newcomer('ada');
    const { roomId } = (await lobbyAs(ada)).room;
    expect(await running.ask(ada, messaging.roomLeave, { roomId })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await running.ask(ada, messaging.roomCreate, { name: 'Lobby', kind: 'public' })).toMatchObject({
      error: { code: 'conflict' },
    });
  });
});

it('knows people by the names they go by now', async () => {
  const ada = await running.newcomer('ada', 'admin');
  expect(people()).toEqual([{ user_id: ada.userId, handle: 'ada', display_name: 'ada', role: 'admin', active: 1 }]);
  await running.rename(ada.userId, 'Countess');
  await until(() => JSON.stringify(people()).includes('Countess'));
});

it('knows a bot, and puts it into no room: who owns one does', async () => {
  const ada = await running.newcomer('ada');
  const dice = await running.createBot('dice');
  await until(() => JSON.stringify(people()).includes('dice'));
  expect((await lobbyAs(ada)).members.map(({ userId }) => userId)).toEqual([ada.userId]);
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'games', kind: 'private' });
  await running.told(ada, messaging.roomMemberAdd, { roomId: room.roomId, userId: dice.userId });
  const said = { roomId: room.roomId, clientMsgId: 'dice-1-message', text: 'Four.' };
  expect(await running.told(dice, messaging.msgSend, said)).toMatchObject({ seq: 1 });
});

it('takes a revoked bot out of its rooms, and lets it into none any more', async () => {
  const ada = await running.newcomer('ada');
  const dice = await running.createBot('dice');
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'games', kind: 'private' });
  const adding = { roomId: room.roomId, userId: dice.userId };
  await until(async () => (await running.ask(ada, messaging.roomMemberAdd, adding)).ok);
  await running.revokeBot(dice.userId);
  await until(async () => {
    const { rooms } = await running.told(ada, messaging.sync, { rooms: [] });
    const games = rooms.find(({ roomId }) => roomId === room.roomId);
    return games?.kind === 'snapshot' && games.snapshot.members.length === 1;
  });
  expect(await running.ask(ada, messaging.roomMemberAdd, adding)).toMatchObject({ error: { code: 'not_found' } });
});

it('keeps a disabled person in their rooms, brings them into none, and does again once they are enabled', async () => {
  const ada = await running.newcomer('ada');
  const bob = await running.newcomer('bob');
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'games', kind: 'private' });
  const adding = { roomId: room.roomId, userId: bob.userId };
  await running.disable(bob.userId);
  await until(() => JSON.stringify(people()).includes('"active":0'));
  expect(await running.ask(ada, messaging.roomMemberAdd, adding)).toMatchObject({ error: { code: 'not_found' } });
  expect((await lobbyAs(ada)).members.map(({ userId }) => userId)).toContain(bob.userId);
  await running.enable(bob.userId);
  await until(async () => (await running.ask(ada, messaging.roomMemberAdd, adding)).ok);
});
