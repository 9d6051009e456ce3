import { messagingCommands as commands, type RoomId, type UserId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo } from '../testing/people';

let messaging: MessagingFile;
let kitchen: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  kitchen = await messaging.room('public', 'kitchen', [ada, bob]);
  for (const [userId, handle] of [[ada, 'Ada'] as const, [bob, 'bob'] as const]) {
    messaging.people.register({ userId, handle, displayName: null, role: 'member', isBot: false });
  }
});

afterEach(() => messaging[Symbol.asyncDispose]());

const talk = async (userId: UserId, ...texts: readonly string[]) => {
  for (const text of texts) await messaging.send(userId, kitchen, text);
};
const move = (userId: UserId, seq: number, back?: true) =>
  messaging.on.reading.moveMarks({ rooms: [{ roomId: kitchen, seq, ...(back && { back }) }] }, messaging.as(userId));
const marks = () =>
  Object.fromEntries(messaging.snapshots.of(kitchen, ada).members.map(({ userId, readSeq }) => [userId, readSeq]));
const headOf = (roomId: RoomId) => messaging.log.headOf({ kind: 'room', id: roomId });
const sync = (userId: UserId, marksAfter: number, rooms = [{ roomId: kitchen, after: headOf(kitchen) }]) => {
  const reply = messaging.on.sync.catchUp({ rooms, marksAfter }, messaging.as(userId));
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value;
};
const mentionsOf = (userId: UserId) => sync(userId, 0).reading.mentions;

describe('a read mark', () => {
  it('moves for all of a person’s devices, and is announced to everyone in the room', async () => {
    await talk(ada, 'one', 'two', 'three');
    expect(await move(bob, 2)).toEqual({ ok: true, value: {} });
    expect(marks()).toEqual({ [ada]: 0, [bob]: 2 });
    expect(messaging.notices).toEqual([
      { name: 'read.moved', data: { roomId: kitchen, marks: [{ userId: bob, seq: 2 }] }, audience: [ada, bob] },
    ]);
  });

  it('that moves several times within a batch is announced once, in its final position', async () => {
    await talk(ada, 'one', 'two', 'three');
    await Promise.all([move(bob, 1), move(ada, 3), move(bob, 3), move(bob, 2), move(cleo, 3)]);
    expect(messaging.notices.map(({ data }) => data)).toEqual([
      {
        roomId: kitchen,
        marks: [
          { userId: bob, seq: 3 },
          { userId: ada, seq: 3 },
        ],
      },
    ]);
  });

  it('moves down only on request, and is not announced if it stays', async () => {
    await talk(ada, 'one', 'two', 'three');
    await move(bob, 3);
    await move(bob, 1);
    expect(messaging.notices).toHaveLength(1);
    await move(bob, 1, true);
    expect(marks()).toMatchObject({ [bob]: 1 });
    expect(messaging.notices).toHaveLength(2);
  });

  it('begins at the head for members who join or rejoin', async () => {
    await talk(ada, 'one', 'two');
    await messaging.on.rooms.joinRoom({ roomId: kitchen }, messaging.as(cleo));
    expect(marks()).toMatchObject({ [bob]: 0, [cleo]: 2 });
    await move(cleo, 1, true);
    await messaging.on.rooms.leaveRoom({ roomId: kitchen }, messaging.as(cleo));
    await talk(ada, 'three');
    await messaging.on.rooms.joinRoom({ roomId: kitchen }, messaging.as(cleo));
    expect(marks()).toMatchObject({ [cleo]: 3 });
  });

  it('survives a rebuild of the projections', async () => {
    await talk(ada, 'one', 'two');
    await move(bob, 1);
    messaging.log.rebuild();
    expect(marks()).toEqual({ [ada]: 0, [bob]: 1 });
  });

  it('is refused and not announced while the disk is full', async () => {
    await talk(ada, 'one');
    const { sqlite } = messaging.database;
    sqlite.pragma('query_only = ON');
    expect(await move(bob, 1)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    sqlite.pragma('query_only = OFF');
    expect(messaging.notices).toEqual([]);
    expect(await move(bob, 1)).toMatchObject({ ok: true });
  });
});

describe('a sync', () => {
  it('sends the marks that moved since the client’s last revision, in the rooms of the person', async () => {
    await talk(ada, 'one', 'two');
    await move(bob, 1);
    const first = sync(ada, 0).reading;
    expect(first.marks).toEqual([{ roomId: kitchen, userId: bob, seq: 1 }]);
    expect(sync(ada, first.marksRevision).reading).toEqual({ ...first, marks: [] });

    await move(ada, 2);
    await move(bob, 2);
    await move(bob, 0, true);
    expect(sync(ada, first.marksRevision).reading.marks).toEqual([
      { roomId: kitchen, userId: ada, seq: 2 },
      { roomId: kitchen, userId: bob, seq: 0 },
    ]);
    expect(sync(cleo, 0).reading.marks).toEqual([]);
    expect(sync(ada, 0, []).reading.marks).toEqual([]);
  });

  it('after a change of epoch sends marks only as part of snapshots', async () => {
    await talk(ada, 'one');
    await move(bob, 1);
    const rooms = [{ roomId: kitchen, after: headOf(kitchen) }];
    const reply = messaging.on.sync.catchUp({ rooms, epoch: '0123456789abcdef', marksAfter: 999 }, messaging.as(ada));
    expect(reply).toMatchObject({
      value: {
        rooms: [{ kind: 'snapshot', snapshot: { members: [{}, { userId: bob, readSeq: 1 }] } }],
        reading: { marksRevision: 1 },
      },
    });
  });

  it('lists the unread mentions of the person', async () => {
    await talk(ada, '@bob, are you there?', 'hello', '`@bob` is how it is written', '@everyone!', '@bob @everyone');
    await talk(bob, 'It is @bob myself, @ada');
    expect(mentionsOf(bob)).toEqual([{ roomId: kitchen, seqs: [1, 4, 5] }]);
    expect(mentionsOf(ada)).toEqual([{ roomId: kitchen, seqs: [6] }]);
    await move(bob, 4);
    expect(mentionsOf(bob)).toEqual([{ roomId: kitchen, seqs: [5] }]);
    await move(bob, 6);
    expect(mentionsOf(bob)).toEqual([]);
  });

  it('updates mentions when a message is edited, and drops them when it is deleted', async () => {
    await talk(ada, 'nobody', '@bob', '@bob');
    const [first, second, third] = messaging.messagesIn(kitchen);
    await messaging.edit(ada, first!, '@bob after all');
    await messaging.edit(ada, second!, 'nobody after all');
    await messaging.delete(ada, third!);
    expect(mentionsOf(bob)).toEqual([{ roomId: kitchen, seqs: [1] }]);
  });
});

it('a sync tells which unread messages do not count: deleted ones and the own, however many others there are', async () => {
  const quietOf = (userId: UserId) => messaging.sync(userId).reading.quiet;
  await talk(ada, ...Array.from({ length: 70 }, (_, n) => `said ${String(n)}`));
  expect(quietOf(bob)).toBeUndefined();
  for (const message of messaging.messagesIn(kitchen).slice(0, 10)) await messaging.delete(ada, message);
  await talk(bob, 'mine');
  const deleted = Array.from({ length: 10 }, (_, n) => n + 1);
  expect(quietOf(bob)).toEqual([{ roomId: kitchen, seqs: [...deleted, 71] }]);
  await move(bob, 5);
  expect(quietOf(bob)).toEqual([{ roomId: kitchen, seqs: [6, 7, 8, 9, 10, 71] }]);
  await move(bob, 71);
  expect(quietOf(bob)).toBeUndefined();
});

it('finding the deleted messages does not read the others', () => {
  const plan = messaging.database.sqlite
    .prepare<[], { detail: string }>(
      "EXPLAIN QUERY PLAN SELECT seq FROM messages WHERE room_id = '' AND seq > 1 AND deleted_by IS NOT NULL ORDER BY seq DESC",
    )
    .all();
  expect(plan.map(({ detail }) => detail).join()).toMatch(/INDEX messages_deleted/);
});

it('a digest counts the messages and authors among others’ messages, and the mentions of the person', async () => {
  await messaging.on.rooms.joinRoom({ roomId: kitchen }, messaging.as(cleo));
  await talk(ada, 'before', 'hello', '@bob');
  await talk(cleo, '@bob and again @bob', 'taken back');
  await talk(bob, 'my own @bob');
  await messaging.delete(cleo, messaging.messagesIn(kitchen).at(-2)!);
  const digest = (userId: UserId, afterSeq: number) =>
    messaging.on.reading.digest({ roomId: kitchen, afterSeq }, messaging.as(userId));
  expect(digest(bob, 1)).toEqual({ ok: true, value: { messages: 3, people: 2, mentions: 2 } });
  expect(digest(bob, 100)).toEqual({ ok: true, value: { messages: 0, people: 0, mentions: 0 } });
  const hall = await messaging.room('private', 'hall', [ada]);
  const reply = messaging.on.reading.digest({ roomId: hall, afterSeq: 0 }, messaging.as(bob));
  expect(reply).toMatchObject({ ok: false, error: { code: 'not_found' } });
  expect(commands.readDigest.access.stranger).toBe('not_found');
});

it('a digest costs one seek into its room, however many messages other rooms have', () => {
  const plan = messaging.database.sqlite
    .prepare<[], { detail: string }>(
      `EXPLAIN QUERY PLAN SELECT count(*) FROM message_mentions WHERE room_id = '' AND handle IN ('a', 'b') AND seq > 1`,
    )
    .all();
  expect(plan.map(({ detail }) => detail).join()).toMatch(/SEARCH message_mentions USING .*message_mentions_by_handle/);
});
