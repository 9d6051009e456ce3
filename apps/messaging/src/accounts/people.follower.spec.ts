import { messagingCommands as messaging, type Actor, type RoomId, type UserId } from '@devchitchat/contracts';
import { randomId } from '@devchitchat/service-kit';
import { until } from '@devchitchat/service-kit/testing';
import BetterSqlite3 from 'better-sqlite3';
import { startMessaging, type RunningMessaging } from '../testing/running-messaging';

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
  it('exists before the first account, and everyone who registers joins it', async () => {
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

  it('is created once and joined once, however often the service starts', async () => {
    const ada = await running.newcomer('ada');
    const before = await lobbyAs(ada);
    await running.stop();
    await running.start();
    expect(await lobbyAs(ada)).toEqual(before);
  });

  it('admits people who registered while the service was down', async () => {
    await running.stop();
    const registered = running.newcomer('ada');
    await running.start();
    const ada = await registered;
    expect((await lobbyAs(ada)).members).toMatchObject([{ userId: ada.userId }]);
  });

  it('cannot be left, and its name is taken', async () => {
    const ada = await running.newcomer('ada');
    const { roomId } = (await lobbyAs(ada)).room;
    expect(await running.ask(ada, messaging.roomLeave, { roomId })).toMatchObject({ error: { code: 'forbidden' } });
    expect(await running.ask(ada, messaging.roomCreate, { name: 'Lobby', kind: 'public' })).toMatchObject({
      error: { code: 'conflict' },
    });
  });
});

it('people are known by their current names', async () => {
  const ada = await running.newcomer('ada', 'admin');
  expect(people()).toEqual([{ user_id: ada.userId, handle: 'ada', display_name: 'ada', role: 'admin', active: 1 }]);
  await running.rename(ada.userId, 'Countess');
  await until(() => JSON.stringify(people()).includes('Countess'));
});

it('a new bot is known and joins no room until a room’s members add it', async () => {
  const ada = await running.newcomer('ada');
  const dice = await running.createBot('dice');
  await until(() => JSON.stringify(people()).includes('dice'));
  expect((await lobbyAs(ada)).members.map(({ userId }) => userId)).toEqual([ada.userId]);
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'games', kind: 'private' });
  await running.told(ada, messaging.roomMemberAdd, { roomId: room.roomId, userId: dice.userId });
  const said = { roomId: room.roomId, clientMsgId: 'dice-1-message', text: 'Four.' };
  expect(await running.told(dice, messaging.msgSend, said)).toMatchObject({ seq: 1 });
});

it('a revoked bot is removed from its rooms and cannot be added again', async () => {
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

it('a disabled person stays in their rooms, and can be added to new ones only after being enabled', async () => {
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

describe('rooms and links of a former owner', () => {
  /** A room of the owner's, in which Cleo is the longest-standing member, and a link that the owner created. */
  async function roomOf(owner: Actor, cleo: Actor, kind: 'public' | 'private' = 'private') {
    const { room } = await running.told(owner, messaging.roomCreate, { name: randomId('r'), kind });
    const { roomId } = room;
    await running.told(owner, messaging.roomMemberAdd, { roomId, userId: cleo.userId });
    const { token } = await running.told(owner, messaging.roomInviteCreate, { roomId, maxUses: 9 });
    return { roomId, token };
  }
  const follow = (actor: Actor, token: string) => running.ask(actor, messaging.roomInviteRedeem, { token });
  const owners = async (actor: Actor, roomId: RoomId) => {
    const { rooms } = await running.told(actor, messaging.sync, { rooms: [] });
    const room = rooms.find((other) => other.roomId === roomId);
    const members = room?.kind === 'snapshot' ? room.snapshot.members : [];
    return members.filter(({ role }) => role === 'owner').map(({ userId }) => userId);
  };
  const dead = {
    ok: false,
    error: { code: 'not_found', message: expect.stringMatching(/^This link is invalid, expired, used up/) as string },
  };

  it('change hands when their account is disabled, and do not come back with it', async () => {
    const [ada, cleo, dora] = [
      await running.newcomer('ada'),
      await running.newcomer('cleo'),
      await running.newcomer('dora'),
    ];
    const { roomId, token } = await roomOf(ada, cleo);
    await running.disable(ada.userId);
    await until(async () => (await owners(cleo, roomId)).includes(cleo.userId));
    expect(await follow(dora, token)).toMatchObject(dead);
    await running.enable(ada.userId);
    await until(() => !JSON.stringify(people()).includes('"active":0'));
    expect(await owners(ada, roomId)).toEqual([cleo.userId]);
    expect(await follow(dora, token)).toMatchObject(dead);
    const { invites } = await running.told(cleo, messaging.roomInviteList, { roomId });
    expect(invites).toMatchObject([{ createdBy: ada.userId, revokedAt: expect.any(Number) as number }]);
  });

  it('change hands when they delete their account', async () => {
    const [ada, cleo, dora] = [
      await running.newcomer('ada'),
      await running.newcomer('cleo'),
      await running.newcomer('dora'),
    ];
    const { roomId, token } = await roomOf(ada, cleo);
    await running.deleteUser(ada.userId, 'kept');
    await until(async () => (await owners(cleo, roomId)).includes(cleo.userId));
    expect(await follow(dora, token)).toMatchObject(dead);
  });

  it('change hands when they stop being an admin, where their right depended on that', async () => {
    const [ada, cleo, dora] = [
      await running.newcomer('ada', 'admin'),
      await running.newcomer('cleo'),
      await running.newcomer('dora'),
    ];
    const { roomId } = (await lobbyAs(ada)).room;
    const mute = () => running.ask(ada, messaging.memberMute, { roomId, userId: cleo.userId, seconds: 60 });
    expect(await mute()).toMatchObject({ ok: true });
    expect(await running.ask(cleo, messaging.memberMute, { roomId, userId: dora.userId, seconds: 60 })).toMatchObject({
      error: { code: 'forbidden' },
    });
    await running.setRole(ada.userId, 'member');
    await until(async () => !(await mute()).ok);
    await running.setRole(ada.userId, 'admin');
    await until(async () => (await mute()).ok);
  });

  it('change hands in a private room once a member can succeed the owner', async () => {
    const [ada, cleo] = [await running.newcomer('ada'), await running.newcomer('cleo')];
    const { roomId } = await roomOf(ada, cleo);
    await running.disable(cleo.userId);
    await running.disable(ada.userId);
    await running.enable(cleo.userId);
    await until(async () => (await owners(cleo, roomId)).includes(cleo.userId));
  });
});

it('the service transfers rooms and voids links at its start that an earlier version left to people without the right', async () => {
  const [ada, cleo, dora] = [
    await running.newcomer('ada'),
    await running.newcomer('cleo'),
    await running.newcomer('dora'),
  ];
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'games', kind: 'private' });
  const { roomId } = room;
  await running.told(ada, messaging.roomMemberAdd, { roomId, userId: cleo.userId });
  const { token } = await running.told(ada, messaging.roomInviteCreate, { roomId });
  await running.stop();
  const sqlite = new BetterSqlite3(running.file);
  sqlite.prepare('UPDATE people SET active = 0 WHERE user_id = ?').run(ada.userId);
  sqlite.close();
  await running.start();
  await until(async () => (await running.ask(cleo, messaging.roomInviteList, { roomId })).ok);
  expect(await running.ask(dora, messaging.roomInviteRedeem, { token })).toMatchObject({
    error: { code: 'not_found' },
  });
  const { invites } = await running.told(cleo, messaging.roomInviteList, { roomId });
  expect(invites).toMatchObject([{ revokedAt: expect.any(Number) as number }]);
});
