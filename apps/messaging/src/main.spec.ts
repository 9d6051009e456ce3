import {
  allCommands,
  messagingCommands as messaging,
  type Actor,
  type ClientMsgId,
  type RoomId,
} from '@devchitchat/contracts';
import { startMessaging, type RunningMessaging } from './testing/running-messaging';

let running: RunningMessaging;
let ada: Actor;
let bob: Actor;

beforeAll(async () => {
  running = await startMessaging();
  ada = await running.newcomer('ada', 'admin');
  bob = await running.newcomer('bob');
});

afterAll(() => running[Symbol.asyncDispose]());

const makeRoom = async (kind: 'public' | 'private', name: string): Promise<RoomId> =>
  (await running.told(ada, messaging.roomCreate, { name, kind })).room.roomId;
const isRefused = (code: string) => ({ ok: false, error: { code } });

describe('a room', () => {
  it('is made, joined and left; who is in it hears of it', async () => {
    const roomId = await makeRoom('public', 'kitchen');
    const joined = await running.told(bob, messaging.roomJoin, { roomId });
    expect(joined.members.map(({ userId, role }) => [userId, role])).toEqual([
      [ada.userId, 'owner'],
      [bob.userId, 'member'],
    ]);
    const { rooms } = await running.told(bob, messaging.roomList, {});
    expect(rooms.find((room) => room.roomId === roomId)).toMatchObject({ joined: true, memberCount: 2 });

    await running.told(ada, messaging.roomLeave, { roomId });
    const heard = (await running.heardBy(ada)).filter(({ scope }) => scope.id === roomId);
    expect(heard.map(({ type }) => type)).toEqual(['room.created', 'member.joined', 'member.joined', 'member.left']);
    const heardByBob = (await running.heardBy(bob)).filter(({ scope }) => scope.id === roomId);
    expect(heardByBob.map(({ type }) => type)).toEqual([
      'room.created',
      'member.joined',
      'member.left',
      'member.role_changed',
    ]);
  });

  it('that is private is unknown to who is not in it', async () => {
    const roomId = await makeRoom('private', 'hall');
    expect(await running.ask(bob, messaging.roomJoin, { roomId })).toMatchObject(isRefused('not_found'));
    const { rooms } = await running.told(bob, messaging.roomList, {});
    expect(rooms.map((room) => room.roomId)).not.toContain(roomId);
    expect((await running.heardBy(bob)).map(({ scope }) => scope.id)).not.toContain(roomId);

    await running.told(ada, messaging.roomMemberAdd, { roomId, userId: bob.userId });
    expect((await running.heardBy(bob)).at(-1)).toMatchObject({ type: 'member.joined', body: { by: 'member' } });
    const unknown = 'u_0000000000000000';
    expect(await running.ask(ada, messaging.roomMemberAdd, { roomId, userId: unknown })).toMatchObject(
      isRefused('not_found'),
    );
  });

  it('is entered by a link', async () => {
    const roomId = await makeRoom('private', 'attic');
    const { invite, token } = await running.told(ada, messaging.roomInviteCreate, { roomId });
    expect(await running.told(bob, messaging.roomInviteRedeem, { token })).toMatchObject({ room: { roomId } });
    const { inviteId } = invite;
    await running.told(ada, messaging.roomInviteRevoke, { roomId, inviteId });
    const { invites } = await running.told(ada, messaging.roomInviteList, { roomId });
    expect(invites).toMatchObject([{ inviteId, uses: 1, maxUses: 1, revokedAt: expect.any(Number) as number }]);
  });
});

describe('a message', () => {
  it('is stored, said to the room, caught up on and found again', async () => {
    const roomId = await makeRoom('public', 'study');
    const ack = await running.told(ada, messaging.msgSend, {
      roomId,
      clientMsgId: 'c-0000001',
      text: 'Hello, everyone',
    });
    const message = { roomId, userId: ada.userId, clientMsgId: 'c-0000001', text: 'Hello, everyone', ...ack };
    expect((await running.heardBy(ada)).at(-1)).toMatchObject({
      eventId: ack.eventId,
      type: 'message.sent',
      body: { msgId: ack.msgId, seq: 1 },
      content: { text: 'Hello, everyone' },
    });

    expect((await running.told(ada, messaging.msgList, { roomId })).messages).toEqual([message]);
    const caughtUp = await running.told(ada, messaging.sync, { rooms: [{ roomId, after: ack.eventId - 1 }] });
    expect(caughtUp.rooms.find((room) => room.roomId === roomId)).toMatchObject({ kind: 'events', head: ack.eventId });
    const { hits } = await running.told(ada, messaging.searchQuery, { text: 'hello every', roomId });
    expect(hits).toEqual([{ message, snippet: '\u0001Hello\u0002, \u0001everyone\u0002' }]);
    await running.told(ada, messaging.deliveryAck, { rooms: [{ roomId, seq: 1 }] });
  });

  it('sent a hundred times at once is stored and said once', async () => {
    const roomId = await makeRoom('public', 'cellar');
    const once = { roomId, clientMsgId: 'c-0000001' as ClientMsgId, text: 'Hello' };
    const acks = await Promise.all(Array.from({ length: 100 }, () => running.told(ada, messaging.msgSend, once)));
    expect(new Set(acks.map((ack) => JSON.stringify(ack))).size).toBe(1);
    expect((await running.told(ada, messaging.msgList, { roomId })).messages).toHaveLength(1);
    const said = (await running.heardBy(ada)).filter(
      ({ scope, type }) => scope.id === roomId && type === 'message.sent',
    );
    expect(said).toHaveLength(1);
    expect(await running.ask(ada, messaging.msgSend, { ...once, text: 'Bye' })).toMatchObject(isRefused('conflict'));
  });

  it('has the same place for everybody when many talk at once in two rooms', async () => {
    const rooms = [await makeRoom('public', 'left'), await makeRoom('public', 'right')];
    for (const roomId of rooms) await running.told(bob, messaging.roomJoin, { roomId });
    await Promise.all(
      Array.from({ length: 200 }, (_, at) =>
        running.told(at % 3 ? ada : bob, messaging.msgSend, {
          roomId: rooms[at % 2]!,
          clientMsgId: `c-000${at}-many`,
          text: `text ${at}`,
        }),
      ),
    );
    for (const roomId of rooms) {
      const { messages } = await running.told(bob, messaging.msgList, { roomId, limit: 200 });
      expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 100 }, (_, at) => at + 1));
      const heard = (await running.heardBy(bob)).filter(
        ({ scope, type }) => scope.id === roomId && type === 'message.sent',
      );
      expect(heard.map(({ content }) => (content as { text: string }).text)).toEqual(messages.map(({ text }) => text));
    }
  });
});

it('was asked everything that it answers', () => {
  const own = allCommands.filter(({ service }) => service === 'messaging').map(({ name }) => name);
  expect([...running.asked].sort()).toEqual(own.sort());
});
