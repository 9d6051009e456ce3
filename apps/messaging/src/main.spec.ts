import {
  allCommands,
  messagingCommands as messaging,
  readMoved,
  subjects,
  type Actor,
  type ClientFileId,
  type ClientMsgId,
  type RoomId,
} from '@devchitchat/contracts';
import { until } from '@devchitchat/service-kit/testing';
import { startMessaging, type RunningMessaging } from './testing/running-messaging';
import { notes } from './testing/uploads';

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
  it('is created, joined and left, which its members hear', async () => {
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

  it('that is private is hidden from non-members', async () => {
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

  it('is joined by an invite', async () => {
    const roomId = await makeRoom('private', 'attic');
    const { invite, token } = await running.told(ada, messaging.roomInviteCreate, { roomId });
    expect(await running.told(bob, messaging.roomInvitePreview, { token })).toMatchObject({ room: { roomId } });
    expect(await running.told(bob, messaging.roomInviteRedeem, { token })).toMatchObject({ room: { roomId } });
    const { inviteId } = invite;
    await running.told(ada, messaging.roomInviteRevoke, { roomId, inviteId });
    const { invites } = await running.told(ada, messaging.roomInviteList, { roomId });
    expect(invites).toMatchObject([{ inviteId, uses: 1, maxUses: 1, revokedAt: expect.any(Number) as number }]);
  });
});

describe('a message', () => {
  it('is stored, sent to the room, synced and found by search', async () => {
    const roomId = await makeRoom('public', 'study');
    const ack = await running.told(ada, messaging.msgSend, {
      roomId,
      clientMsgId: 'c-0000001',
      text: 'Hello, everyone',
    });
    expect(ack).toEqual({
      roomId,
      msgId: expect.any(Number) as number,
      seq: 1,
      eventId: expect.any(Number) as number,
      userId: ada.userId,
      ts: expect.any(Number) as number,
      clientMsgId: 'c-0000001',
      text: 'Hello, everyone',
      everyone: false,
      replyTo: null,
      reactions: [],
      revision: 0,
      editedAt: null,
      deleted: null,
      lastEventId: ack.eventId,
    });
    expect((await running.heardBy(ada)).at(-1)).toMatchObject({
      eventId: ack.eventId,
      type: 'message.sent',
      body: { msgId: ack.msgId, seq: 1 },
      content: { text: 'Hello, everyone' },
    });

    expect((await running.told(ada, messaging.msgList, { roomId })).messages).toEqual([ack]);
    const caughtUp = await running.told(ada, messaging.sync, { rooms: [{ roomId, after: ack.eventId - 1 }] });
    expect(caughtUp.rooms.find((room) => room.roomId === roomId)).toMatchObject({ kind: 'events', head: ack.eventId });
    const { hits } = await running.told(ada, messaging.searchQuery, { text: 'hello every', roomId });
    expect(hits).toEqual([{ message: ack, snippet: '\u0001Hello\u0002, \u0001everyone\u0002' }]);
  });

  it('is edited, listed with its revisions and deleted, which the room hears', async () => {
    const roomId = await makeRoom('public', 'garden');
    const sent = { roomId, clientMsgId: 'c-0000001' as ClientMsgId, text: 'Helo' };
    const { msgId } = await running.told(ada, messaging.msgSend, sent);
    await running.told(ada, messaging.msgEdit, { roomId, msgId, revision: 0, text: 'Hello' });
    const { revisions } = await running.told(ada, messaging.msgHistory, { roomId, msgId });
    expect(revisions.map(({ text }) => text)).toEqual(['Helo', 'Hello']);
    await running.told(ada, messaging.msgDelete, { roomId, msgId });
    const heard = (await running.heardBy(ada)).filter(({ scope }) => scope.id === roomId).slice(-3);
    expect(heard.map(({ type }) => type)).toEqual(['message.sent', 'message.edited', 'message.deleted']);
  });

  it('gets and loses a reaction and a pin', async () => {
    const roomId = await makeRoom('public', 'balcony');
    const sent = { roomId, clientMsgId: 'c-0000001' as ClientMsgId, text: 'Hello' };
    const { msgId } = await running.told(ada, messaging.msgSend, sent);
    const reaction = { roomId, msgId, emoji: '👍' };
    await running.told(ada, messaging.msgReact, reaction);
    await running.told(ada, messaging.msgPin, { roomId, msgId });
    const { messages } = await running.told(ada, messaging.msgList, { roomId });
    expect(messages).toMatchObject([{ reactions: [{ userId: ada.userId, emoji: '👍' }] }]);
    await running.told(ada, messaging.msgUnreact, reaction);
    await running.told(ada, messaging.msgUnpin, { roomId, msgId });
    const heard = (await running.heardBy(ada)).filter(({ scope }) => scope.id === roomId).slice(-4);
    expect(heard.map(({ type }) => type)).toEqual([
      'reaction.added',
      'message.pinned',
      'reaction.removed',
      'message.unpinned',
    ]);
    expect(await running.ask(ada, messaging.msgReact, { ...reaction, emoji: 'words' })).toMatchObject(
      isRefused('invalid'),
    );
  });
});

describe('a read mark', () => {
  it('is on the disk before the reply, announced to the room, and kept across a restart', async () => {
    const roomId = await makeRoom('public', 'library');
    await running.told(bob, messaging.roomJoin, { roomId });
    const sent = { roomId, clientMsgId: 'c-0000001' as ClientMsgId, text: '@bob, look at this' };
    await running.told(ada, messaging.msgSend, sent);
    const before = await running.told(bob, messaging.sync, { rooms: [] });
    expect(before.reading.mentions).toContainEqual({ roomId, seqs: [1] });
    expect(await running.told(bob, messaging.readDigest, { roomId, afterSeq: 0 })).toEqual({
      messages: 1,
      people: 1,
      mentions: 1,
    });

    const notices: unknown[] = [];
    const subscription = running.nats.subscribe(subjects.notice('messaging', readMoved.name), {
      callback: (_error, message) => void notices.push(message.json()),
    });
    await running.told(bob, messaging.readMark, { rooms: [{ roomId, seq: 1 }] });
    await running.nats.flush();
    subscription.unsubscribe();
    const data = { roomId, marks: [{ userId: bob.userId, seq: 1 }] };
    expect(notices).toEqual([{ audience: [ada.userId, bob.userId], name: 'read.moved', data }]);

    await running.stop();
    await running.start();
    await until(async () => (await running.ask(ada, messaging.roomList, {})).ok);
    const { rooms } = await running.told(ada, messaging.sync, { rooms: [] });
    const room = rooms.find((other) => other.roomId === roomId);
    expect(room).toMatchObject({
      snapshot: {
        members: [
          { userId: ada.userId, readSeq: 0 },
          { userId: bob.userId, readSeq: 1 },
        ],
      },
    });
  });
});

describe('a room that is renamed and deleted', () => {
  it('announces both to its members, and cannot be joined again', async () => {
    const roomId = await makeRoom('public', 'porch');
    await running.told(bob, messaging.roomJoin, { roomId });
    await running.told(ada, messaging.roomUpdate, { roomId, name: 'veranda' });
    await running.told(ada, messaging.roomForEverybody, { roomId, forEverybody: false });
    await running.told(ada, messaging.roomDelete, { roomId });
    const heard = (await running.heardBy(bob)).filter(({ scope }) => scope.id === roomId);
    expect(heard.slice(-3)).toMatchObject([
      { type: 'room.updated', content: { name: 'veranda', topic: '' } },
      { type: 'room.deleted' },
      { type: 'member.left', body: { userId: bob.userId } },
    ]);
    expect(await running.ask(bob, messaging.roomJoin, { roomId })).toMatchObject(isRefused('not_found'));
    const { rooms } = await running.told(bob, messaging.roomList, {});
    expect(rooms.map((room) => room.roomId)).not.toContain(roomId);
    await makeRoom('public', 'veranda');
  });
});

describe('a direct room', () => {
  it('is opened from both sides, announced to both, and hidden by one without the other’s knowledge', async () => {
    const opened = await running.told(ada, messaging.dmOpen, { userIds: [bob.userId] });
    const { roomId } = opened.room;
    expect(await running.told(bob, messaging.dmOpen, { userIds: [ada.userId] })).toMatchObject({ room: { roomId } });
    await running.told(ada, messaging.msgSend, { roomId, clientMsgId: 'c-0000001', text: 'Just us' });
    await running.told(bob, messaging.dmHide, { roomId });
    const heard = async (actor: Actor) =>
      (await running.heardBy(actor))
        .filter(({ scope, body }) => scope.id === roomId || (body as { roomId?: RoomId }).roomId === roomId)
        .map(({ type }) => type);
    const both = ['room.created', 'member.joined', 'member.joined', 'message.sent'];
    expect(await heard(ada)).toEqual(both);
    expect(await heard(bob)).toEqual([...both.slice(0, 3), 'dm.shown', 'message.sent', 'dm.hidden']);
    expect((await running.told(bob, messaging.sync, { rooms: [] })).own.hidden).toEqual([{ roomId, seq: 1 }]);
  });
});

describe('a moderator', () => {
  it('kicks, mutes, promotes and bans a member, who hears nothing after each removal, and lifts the ban', async () => {
    const roomId = await makeRoom('public', 'terrace');
    const whom = { roomId, userId: bob.userId };
    const heard = async () =>
      (await running.heardBy(bob)).filter(({ scope }) => scope.id === roomId).map(({ type }) => type);
    await running.told(bob, messaging.roomJoin, { roomId });
    await running.told(ada, messaging.memberKick, { ...whom, reason: 'Too loud' });
    await running.told(ada, messaging.msgSend, { roomId, clientMsgId: 'c-0000009', text: 'He is gone' });
    expect(await heard()).toEqual(['room.created', 'member.joined', 'member.kicked']);

    await running.told(bob, messaging.roomJoin, { roomId });
    await running.told(ada, messaging.memberMute, { ...whom, seconds: 60 });
    const words = { roomId, clientMsgId: 'c-0000010', text: 'But' };
    expect(await running.ask(bob, messaging.msgSend, words)).toMatchObject(isRefused('forbidden'));
    await running.told(ada, messaging.memberUnmute, whom);
    await running.told(bob, messaging.typingStart, { roomId });
    await running.told(bob, messaging.msgSend, words);
    await running.told(ada, messaging.memberSetRole, { ...whom, role: 'mod' });
    await running.told(ada, messaging.memberBan, { ...whom, reason: 'Still too loud' });
    expect(await running.ask(bob, messaging.roomJoin, { roomId })).toMatchObject(isRefused('forbidden'));
    expect(await running.ask(ada, messaging.roomMemberAdd, whom)).toMatchObject(isRefused('conflict'));
    await running.told(ada, messaging.memberUnban, whom);
    const { bans } = await running.told(bob, messaging.roomJoin, { roomId });
    expect(bans).toEqual([]);
    const { acts } = await running.told(ada, messaging.moderationList, { roomId, limit: 2 });
    expect(acts).toMatchObject([{ kind: 'unbanned' }, { kind: 'banned', reason: 'Still too loud' }]);
  });
});

it('a file is read by those who see its message', async () => {
  const [ada, bob] = [await running.newcomer('uploader'), await running.newcomer('reader')];
  const { roomId } = (await running.told(ada, messaging.roomCreate, { name: 'shed', kind: 'public' })).room;
  const upload = { roomId, clientFileId: 'file-0001' as ClientFileId, name: 'notes.txt', size: 4 };
  const { fileId } = await running.told(ada, messaging.fileBegin, upload);
  expect(await running.told(ada, messaging.fileReceive, { fileId })).toEqual({ size: 4, turn: 1, received: 0 });
  await running.told(ada, messaging.fileReceived, { fileId, facts: notes });
  await running.told(ada, messaging.msgSend, { roomId, clientMsgId: 'c-0000001', text: '', files: [{ fileId }] });
  const read = { fileId, form: 'original' as const };
  expect(await running.ask(bob, messaging.fileRead, read)).toMatchObject(isRefused('not_found'));
  await running.told(bob, messaging.roomJoin, { roomId });
  expect(await running.told(bob, messaging.fileRead, read)).toMatchObject({ kind: 'other', name: 'notes.txt' });
  expect((await running.told(bob, messaging.fileList, { roomId })).files).toMatchObject([{ file: { fileId } }]);
});

it('an imported room becomes visible when the import finishes', async () => {
  const place = { source: 'discord' as const, id: '417719834231' };
  const kim = await running.newcomer('kim');
  const room = { ...place, kind: 'private' as const, name: 'workshop', topic: '', owner: 'kim' };
  const begun = await running.told(kim, messaging.importRoom, room);
  const said = { id: '1', authorId: 'nelly', text: 'long ago', saidAt: 1, reactions: [], pinned: false };
  expect(await running.told(kim, messaging.importMessages, { ...place, messages: [said] })).toMatchObject({ added: 1 });
  await running.told(kim, messaging.importFinish, place);
  const { messages } = await running.told(kim, messaging.msgList, { roomId: begun.roomId });
  expect(messages).toMatchObject([{ text: 'long ago', ts: 1 }]);
});

it('every command of the service was tested', () => {
  const own = allCommands.filter(({ service }) => service === 'messaging').map(({ name }) => name);
  expect([...running.asked].sort()).toEqual(own.sort());
});
