import {
  messagingCommands as messaging,
  parseInput,
  type DraftOf,
  type Message,
  type RoomId,
} from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo, dora } from '../testing/people';

let file: MessagingFile;
let roomId: RoomId;
let early: Message;

/** Ada and Bob talked before Cleo was added without the history; Dora was added with all of it. */
beforeEach(async () => {
  file = await MessagingFile.open();
  roomId = await file.room('private', 'kitchen', [ada, bob]);
  file.known(cleo, dora);
  await file.send(ada, roomId, 'xyzzy one');
  await file.send(bob, roomId, 'xyzzy two');
  early = file.messagesIn(roomId)[0]!;
  await file.on.marks.pin({ roomId, msgId: early.msgId }, file.as(ada));
  await file.on.rooms.addMember({ roomId, userId: cleo, history: 'from_now' }, file.as(ada));
  await file.on.rooms.addMember({ roomId, userId: dora, history: 'whole' }, file.as(ada));
  await file.send(ada, roomId, 'xyzzy three');
});

afterEach(() => file[Symbol.asyncDispose]());

const listed = (userId: typeof ada, page: Omit<DraftOf<typeof messaging.msgList>, 'roomId'> = {}) => {
  const input = parseInput(messaging.msgList, { roomId, ...page });
  const reply = input.ok ? file.on.messages.listMessages(input.value, file.as(userId)) : input;
  return reply.ok ? reply.value.messages.map(({ seq }) => seq) : reply;
};
const found = async (userId: typeof ada, ...where: readonly RoomId[]) => {
  const reply = await file.search(userId, 'xyzzy', ...where);
  return reply.ok ? reply.value.hits.map(({ message }) => message.seq).sort() : reply;
};
const notFound = { ok: false, error: { code: 'not_found' } };

describe('a member who was added without the history', () => {
  it('reads no earlier messages, whichever page they ask for', () => {
    expect(listed(dora)).toEqual([1, 2, 3]);
    expect(listed(cleo)).toEqual([3]);
    expect(listed(cleo, { beforeSeq: 3 })).toEqual([]);
    expect(listed(cleo, { beforeSeq: 10 })).toEqual([3]);
    expect(listed(cleo, { afterSeq: 0 })).toEqual([3]);
    expect(listed(cleo, { afterSeq: 3 })).toEqual([]);
    expect(listed(dora, { fromTs: 0 })).toEqual([1, 2, 3]);
    expect(listed(cleo, { fromTs: 0 })).toEqual([3]);
  });

  it('finds no earlier messages', async () => {
    expect(await found(dora)).toEqual([1, 2, 3]);
    expect(await found(cleo)).toEqual([3]);
    expect(await found(cleo, roomId)).toEqual([3]);
  });

  it('gets a snapshot without earlier messages and their pins', () => {
    const [own, other] = [cleo, dora].map((userId) => file.snapshots.of(roomId, userId));
    expect(own).toMatchObject({ messages: [{ seq: 3 }], pins: [], headSeq: 3 });
    expect(other).toMatchObject({ messages: [{ seq: 1 }, { seq: 2 }, { seq: 3 }], pins: [{ seq: 1 }] });
    expect(own?.members.map(({ userId, historyStart }) => [userId, historyStart])).toEqual([
      [ada, 1],
      [bob, 1],
      [cleo, 3],
      [dora, 1],
    ]);
  });

  it('neither sees nor changes any earlier message', async () => {
    const which = { roomId, msgId: early.msgId };
    const as = file.as(cleo);
    await file.on.moderation.setRole({ roomId, userId: cleo, role: 'mod' }, file.as(ada));
    expect(file.on.messages.listRevisions({ ...which, limit: 50 }, as)).toMatchObject(notFound);
    for (const reply of [
      file.on.messages.deleteMessage(which, as),
      file.on.marks.react({ ...which, emoji: '👍' }, as),
      file.on.marks.unreact({ ...which, emoji: '👍' }, as),
      file.on.marks.pin(which, as),
      file.on.marks.unpin(which, as),
    ]) {
      expect(await reply).toMatchObject(notFound);
    }
    const answer = { roomId, clientMsgId: 'c-0000001' as Message['clientMsgId'], text: 'So?', replyTo: 2 };
    expect(await file.on.messages.sendMessage(answer, as)).toMatchObject({ ok: false, error: { code: 'conflict' } });
    expect(await file.on.messages.sendMessage({ ...answer, replyTo: 3 }, as)).toMatchObject({ ok: true });
  });

  it('hears no changes of earlier messages, and still keeps up with the room', async () => {
    const after = file.log.headOf({ kind: 'room', id: roomId });
    const which = { roomId, msgId: early.msgId };
    file.published.length = 0;
    await file.edit(ada, early, 'plugh');
    await file.on.marks.react({ ...which, emoji: '👍' }, file.as(bob));
    await file.on.marks.unpin(which, file.as(bob));
    await file.delete(ada, early);
    await file.send(bob, roomId, 'And now?');
    expect(file.published.map(({ event, audience, followers }) => [event.type, audience, followers])).toEqual([
      ...['message.edited', 'reaction.added', 'message.unpinned', 'message.deleted'].map((type) => [
        type,
        [ada, bob, dora],
        [ada, bob, cleo, dora],
      ]),
      ['message.sent', [ada, bob, cleo, dora], undefined],
    ]);
    const types = (userId: typeof ada) =>
      file.sync(userId, { roomId, after }).rooms.map((room) => ({
        head: room.kind === 'events' ? room.head : null,
        types: room.kind === 'events' ? room.events.map(({ type }) => type) : null,
      }));
    const head = file.log.headOf({ kind: 'room', id: roomId });
    expect(types(cleo)).toEqual([{ head, types: ['message.sent'] }]);
    expect(types(dora)).toMatchObject([{ head, types: { length: 5 } }]);
  });

  it('passes on no more history than they see, by adding a person and by an invite', async () => {
    await file.on.moderation.setRole({ roomId, userId: cleo, role: 'mod' }, file.as(ada));
    await file.on.rooms.leaveRoom({ roomId }, file.as(dora));
    await file.on.rooms.addMember({ roomId, userId: dora, history: 'whole' }, file.as(cleo));
    expect(listed(dora)).toEqual([3]);

    await file.on.rooms.leaveRoom({ roomId }, file.as(dora));
    const terms = { roomId, expiresInSeconds: 60, maxUses: 1 };
    const byCleo = await file.on.invites.createInvite({ ...terms, history: 'whole' }, file.as(cleo));
    if (!byCleo.ok) throw new Error(byCleo.error.message);
    expect(await file.on.invites.redeemInvite({ token: byCleo.value.token }, file.as(dora))).toMatchObject({
      value: { messages: [{ seq: 3 }] },
    });
  });

  it('sees the history granted with their latest join after they left', async () => {
    await file.on.rooms.leaveRoom({ roomId }, file.as(cleo));
    expect(await found(cleo)).toEqual([]);
    await file.on.rooms.addMember({ roomId, userId: cleo, history: 'whole' }, file.as(ada));
    expect(listed(cleo)).toEqual([1, 2, 3]);
  });
});

it('an invite can exclude the earlier history, and its listing says so', async () => {
  const terms = { roomId, expiresInSeconds: 60, maxUses: 1, history: 'from_now' } as const;
  const made = await file.on.invites.createInvite(terms, file.as(ada));
  if (!made.ok) throw new Error(made.error.message);
  await file.on.rooms.leaveRoom({ roomId }, file.as(dora));
  await file.send(ada, roomId, 'xyzzy four');
  const snapshot = await file.on.invites.redeemInvite({ token: made.value.token }, file.as(dora));
  expect(snapshot).toMatchObject({ value: { messages: [], headSeq: 4 } });
  expect(await file.on.invites.listInvites({ roomId, limit: 50 }, file.as(ada))).toMatchObject({
    value: { invites: [{ history: 'from_now' }] },
  });
});
