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
  const rows = sqlite.prepare('SELECT user_id, handle, display_name, role FROM people ORDER BY handle').all();
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
  expect(people()).toEqual([{ user_id: ada.userId, handle: 'ada', display_name: 'ada', role: 'admin' }]);
  await running.rename(ada.userId, 'Countess');
  await until(() => JSON.stringify(people()).includes('Countess'));
});
