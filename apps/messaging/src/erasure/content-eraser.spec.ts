import { readFileSync } from 'node:fs';
import { messagingCommands as messaging, messagingEvents, type RoomId } from '@devchitchat/contracts';
import { EventLog, openDatabase } from '@devchitchat/service-kit';
import { logMigrations, until } from '@devchitchat/service-kit/testing';
import { entities, migrations, projections } from '../messaging.database';
import { startMessaging, type RunningMessaging } from '../testing/running-messaging';
import { tablesOf } from '../testing/tables';

type Actor = Awaited<ReturnType<RunningMessaging['newcomer']>>;

let running: RunningMessaging;

beforeEach(async () => {
  running = await startMessaging();
});

afterEach(() => running[Symbol.asyncDispose]());

const everyByte = () => ['', '-wal'].map((suffix) => readFileSync(`${running.file}${suffix}`, 'latin1')).join('');

async function send(who: Actor, roomId: RoomId, text: string) {
  return running.told(who, messaging.msgSend, { roomId, clientMsgId: crypto.randomUUID(), text });
}

const textsIn = async (who: Actor, roomId: RoomId) =>
  (await running.told(who, messaging.msgList, { roomId, limit: 200 })).messages.map(({ text }) => text);

/** A room of Ada's with sixty recognizable texts of Bob's among hers. */
async function aConversation(ada: Actor, bob: Actor): Promise<RoomId> {
  const { room } = await running.told(ada, messaging.roomCreate, { name: 'kitchen', kind: 'private' });
  const { roomId } = room;
  await running.told(ada, messaging.roomMemberAdd, { roomId, userId: bob.userId });
  for (let at = 0; at < 60; at++) {
    await send(bob, roomId, `xplanted${at} words`);
    if (at % 10 === 0) await send(ada, roomId, `heard words ${at}`);
  }
  const last = await send(bob, roomId, 'yplanted first');
  await running.told(bob, messaging.msgEdit, { roomId, msgId: last.msgId, revision: 0, text: 'zplanted second' });
  await running.told(ada, messaging.msgPin, { roomId, msgId: last.msgId });
  await running.told(ada, messaging.msgReact, { roomId, msgId: last.msgId, emoji: '👍' });
  return roomId;
}

describe('a deleted account', () => {
  it('leaves every room including the lobby, and its rooms get another owner', async () => {
    const ada = await running.newcomer('ada');
    const bob = await running.newcomer('bob');
    const { room } = await running.told(bob, messaging.roomCreate, { name: 'kitchen', kind: 'private' });
    await running.told(bob, messaging.roomMemberAdd, { roomId: room.roomId, userId: ada.userId });
    await send(bob, room.roomId, 'These words stay.');
    await running.deleteUser(bob.userId, 'kept');
    await until(async () => (await running.told(bob, messaging.sync, { rooms: [] })).rooms.length === 0);
    const { rooms } = await running.told(ada, messaging.sync, { rooms: [] });
    for (const synced of rooms) {
      expect(synced).toMatchObject({ kind: 'snapshot', snapshot: { members: [{ userId: ada.userId }] } });
    }
    expect(rooms.map((synced) => synced.kind === 'snapshot' && synced.snapshot.members[0]?.role)).toContain('owner');
    expect(await textsIn(ada, room.roomId)).toEqual(['These words stay.']);
    expect(
      await running.ask(bob, messaging.msgSend, { roomId: room.roomId, clientMsgId: 'too-late-1', text: 'Hm' }),
    ).toMatchObject({
      error: { code: 'not_found' },
    });
  });

  it('loses all texts from the log, the index and the write-ahead log, without gaps in seq or losses for others', async () => {
    const ada = await running.newcomer('ada');
    const bob = await running.newcomer('plantedbob');
    const roomId = await aConversation(ada, bob);
    expect(everyByte()).toMatch(/xplanted/);
    await running.deleteUser(bob.userId, 'erased');
    await until(async () => !(await textsIn(ada, roomId)).join().includes('planted'));

    const { messages } = await running.told(ada, messaging.msgList, { roomId, limit: 200 });
    expect(messages.map(({ seq }) => seq)).toEqual(messages.map((_, at) => at + 1));
    expect(messages.filter(({ text }) => text !== null).every(({ userId }) => userId === ada.userId)).toBe(true);
    expect(messages.filter(({ userId }) => userId === ada.userId)).toHaveLength(6);
    expect(messages.at(-1)).toMatchObject({ text: null, reactions: [], deleted: { by: bob.userId, reason: null } });
    expect((await running.told(ada, messaging.searchQuery, { text: 'words' })).hits).toHaveLength(6);
    const { rooms } = await running.told(ada, messaging.sync, { rooms: [] });
    const kitchen = rooms.find((synced) => synced.roomId === roomId);
    expect(kitchen).toMatchObject({ snapshot: { pins: [] } });
    const told = (await running.heardBy(ada)).filter(({ type }) => type === messagingEvents.wordsErased.type);
    expect(told.flatMap(({ body }) => (body as { messages: unknown[] }).messages)).toHaveLength(61);

    await running.stop();
    expect(readFileSync(running.file, 'latin1')).not.toMatch(/planted/i);
    const database = await openDatabase({
      file: running.file,
      entities,
      migrations: [...logMigrations, ...migrations],
    });
    const before = tablesOf(database.sqlite);
    expect(before['erasures']).toEqual([]);
    new EventLog(database.sqlite, projections(database.sqlite)).rebuild();
    expect(tablesOf(database.sqlite)).toEqual(before);
    await database.close();
    await running.start();
  });

  it('loses the reasons that its person gave, and they are shown to no one', async () => {
    const ada = await running.newcomer('ada');
    const bob = await running.newcomer('bob');
    const cleo = await running.newcomer('cleo');
    const dora = await running.newcomer('dora');
    const { roomId } = (await running.told(ada, messaging.roomCreate, { name: 'kitchen', kind: 'private' })).room;
    for (const { userId } of [bob, cleo, dora]) await running.told(ada, messaging.roomMemberAdd, { roomId, userId });
    await running.told(ada, messaging.memberSetRole, { roomId, userId: bob.userId, role: 'mod' });
    const { msgId } = await send(cleo, roomId, 'Rude words');
    const about = { roomId, userId: cleo.userId };
    await running.told(bob, messaging.msgDelete, { roomId, msgId, reason: 'rplanted' });
    await running.told(bob, messaging.memberMute, { ...about, seconds: 600, reason: 'splanted' });
    await running.told(bob, messaging.memberKick, { roomId, userId: dora.userId, reason: 'tplanted' });
    await running.told(bob, messaging.memberBan, { roomId, userId: dora.userId, reason: 'uplanted' });
    await running.told(ada, messaging.memberBan, { ...about, reason: 'Mine stays' });
    expect(everyByte()).toMatch(/rplanted[^]*uplanted/);
    await running.deleteUser(bob.userId, 'erased');

    const told = async () => (await running.told(ada, messaging.moderationList, { roomId })).acts;
    await until(async () => !JSON.stringify(await told()).includes('planted'));
    expect(await told()).toMatchObject([
      { kind: 'banned', by: ada.userId, reason: 'Mine stays' },
      { kind: 'banned', by: bob.userId, reason: null },
      { kind: 'kicked', by: bob.userId, reason: null },
      { kind: 'muted', by: bob.userId, reason: null },
      { kind: 'message_deleted', by: bob.userId, userId: cleo.userId, reason: null },
      { kind: 'role_changed' },
    ]);
    const { rooms } = await running.told(ada, messaging.sync, { rooms: [] });
    expect(rooms.find((synced) => synced.roomId === roomId)).toMatchObject({
      snapshot: {
        bans: [{ reason: null }, { reason: 'Mine stays' }],
        mutes: [{ reason: null }],
        messages: [{ text: null, deleted: { by: bob.userId, reason: null } }],
      },
    });
    const erased = (await running.heardBy(ada)).filter(({ type }) => type === messagingEvents.wordsErased.type);
    expect(erased.flatMap(({ body }) => (body as { messages: unknown[] }).messages)).toEqual([{ msgId, seq: 1 }]);
    await running.stop();
    expect(readFileSync(running.file, 'latin1')).not.toMatch(/planted/);
    await running.start();
  });

  it('is erased completely even if the service stops midway', async () => {
    const ada = await running.newcomer('ada');
    const bob = await running.newcomer('bob');
    const roomId = await aConversation(ada, bob);
    await running.deleteUser(bob.userId, 'erased');
    await until(async () => (await textsIn(ada, roomId)).includes(null));
    await running.stop();
    await running.start();
    await until(async () => !(await textsIn(ada, roomId)).join().includes('planted'));
    expect(await textsIn(ada, roomId)).toHaveLength(67);
  });
});
