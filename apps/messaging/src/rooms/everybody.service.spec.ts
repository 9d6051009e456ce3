import { messagingCommands as messaging, type Actor, type RoomId, type UserId } from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import { startMessaging, type RunningMessaging } from '../testing/running-messaging';

let running: RunningMessaging;
let ada: Actor;
let bob: Actor;
let roomId: RoomId;

beforeEach(async () => {
  running = await startMessaging();
  ada = await running.newcomer('ada', 'admin');
  bob = await running.newcomer('bob');
  const made = await running.told(bob, messaging.roomCreate, { name: 'news', kind: 'public' });
  roomId = made.room.roomId;
});

afterEach(() => running[Symbol.asyncDispose]());

const mark = (forEverybody = true, by = ada, room = roomId) =>
  running.ask(by, messaging.roomForEverybody, { roomId: room, forEverybody });
const snapshotFor = async (actor: Actor) => {
  const { rooms } = await running.told(actor, messaging.sync, { rooms: [] });
  return rooms
    .map((room) => (room.kind === 'snapshot' ? room.snapshot : undefined))
    .find((snapshot) => snapshot?.room.roomId === roomId);
};
const members = async (): Promise<readonly UserId[]> =>
  (await snapshotFor(bob))?.members.map(({ userId }) => userId).toSorted() ?? [];
const untilMembers = (...expected: readonly Actor[]) =>
  until(async () => JSON.stringify(await members()) === JSON.stringify(expected.map((a) => a.userId).toSorted()));
/** A newcomer is added in the transaction that registers them, so this tells that nobody else was to come. */
const someoneNew = (handle: string) => running.newcomer(handle);

describe('a room for everybody', () => {
  it('gets everybody with an account, more than one batch, without a line and without anything unread', async () => {
    for (const text of ['One', 'Two']) {
      await running.told(bob, messaging.msgSend, { roomId, text, clientMsgId: crypto.randomUUID() });
    }
    const others: Actor[] = [];
    for (let at = 0; at < 12; at++) others.push(await running.newcomer(`p${at}`));
    expect(await mark()).toEqual({ ok: true, value: {} });
    await untilMembers(ada, bob, ...others);

    const seen = await snapshotFor(others[11]!);
    expect(seen?.room.forEverybody).toBe(true);
    expect(seen?.messages.map(({ text }) => text)).toEqual(['One', 'Two']);
    expect(seen?.members.find(({ userId }) => userId === others[11]!.userId)).toMatchObject({
      historyStart: 1,
      readSeq: 2,
    });
    expect((await snapshotFor(bob))?.lines ?? []).toEqual([]);
  });

  it('leaves out bots, disabled accounts, and whoever left, was removed or banned', async () => {
    const [left, kicked, banned, away] = [
      await running.newcomer('left'),
      await running.newcomer('kicked'),
      await running.newcomer('banned'),
      await running.newcomer('away'),
    ];
    await running.createBot('helper');
    for (const one of [left, kicked]) await running.told(one, messaging.roomJoin, { roomId });
    await running.told(left, messaging.roomLeave, { roomId });
    await running.told(bob, messaging.memberKick, { roomId, userId: kicked.userId });
    await running.told(bob, messaging.memberBan, { roomId, userId: banned.userId });
    await running.disable(away.userId);
    await someoneNew('before');
    await mark();
    await until(async () => (await members()).length === 3);
    const last = await someoneNew('after');
    await until(async () => (await members()).includes(last.userId));
    const inside = await members();
    for (const { userId } of [left, kicked, banned, away]) expect(inside).not.toContain(userId);
    expect(inside).toHaveLength(4);

    await running.enable(away.userId);
    await until(async () => (await members()).includes(away.userId));
  });

  it('is joined once: whoever leaves stays out, also when the room is marked again or the service starts', async () => {
    const cleo = await running.newcomer('cleo');
    await mark();
    await untilMembers(ada, bob, cleo);
    await running.told(cleo, messaging.roomLeave, { roomId });
    await mark(false);
    const dora = await running.newcomer('dora');
    expect(await members()).toEqual([ada.userId, bob.userId].toSorted());
    await mark();
    await untilMembers(ada, bob, dora);
    await running.stop();
    await running.start();
    const eve = await running.newcomer('eve');
    await untilMembers(ada, bob, dora, eve);
  });

  it('goes on after a restart', async () => {
    const others: Actor[] = [];
    for (let at = 0; at < 25; at++) others.push(await running.newcomer(`p${at}`));
    await mark();
    await running.stop();
    await running.start();
    await untilMembers(ada, bob, ...others);
  });

  it('is public, and made by admins', async () => {
    expect(await mark(true, bob)).toMatchObject({ error: { code: 'forbidden' } });
    const { room } = await running.told(ada, messaging.roomCreate, { name: 'board', kind: 'private' });
    expect(await mark(true, ada, room.roomId)).toMatchObject({ error: { reason: 'room.public_only' } });
    const theirs = await running.told(bob, messaging.roomCreate, { name: 'hidden', kind: 'private' });
    expect(await mark(true, ada, theirs.room.roomId)).toMatchObject({ error: { code: 'not_found' } });
  });

  it('is listed as one, and the moderation log tells who made it', async () => {
    await mark();
    const { rooms } = await running.told(bob, messaging.roomList, {});
    expect(rooms.find((room) => room.roomId === roomId)?.forEverybody).toBe(true);
    const { acts } = await running.told(bob, messaging.moderationList, { roomId });
    expect(acts).toMatchObject([{ kind: 'settings_changed', by: ada.userId, forEverybody: true }]);
  });
});
