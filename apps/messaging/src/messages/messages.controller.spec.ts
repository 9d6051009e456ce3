import { limits, type ClientMsgId, type RoomId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo } from '../testing/people';

let messaging: MessagingFile;
let roomId: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  roomId = await messaging.room('public', 'kitchen', [ada, bob]);
});

afterEach(() => messaging[Symbol.asyncDispose]());

const list = (range: { beforeSeq?: number; afterSeq?: number; fromTs?: number }, limit = 50) => {
  const listed = messaging.on.messages.listMessages({ roomId, limit, ...range }, messaging.as(ada));
  if (!listed.ok) throw new Error(listed.error.message);
  return listed.value.messages;
};
const seqs = (range: Parameters<typeof list>[0], limit?: number) => list(range, limit).map(({ seq }) => seq);
const sent = () => messaging.published.filter(({ event }) => event.type === 'message.sent');

describe('in slow mode', () => {
  const slow = (slowModeSeconds: number) =>
    messaging.on.rooms.updateRoom({ roomId, slowModeSeconds }, messaging.as(ada));
  const tooSoon = { ok: false, error: { code: 'rate_limited', retryAfterMs: expect.any(Number) as number } };

  it('a member waits after each message, including deleted ones, and the others do not', async () => {
    await messaging.send(bob, roomId, 'Before');
    await slow(30);
    expect(await messaging.send(bob, roomId, 'Too soon', 'c-000001')).toMatchObject(tooSoon);
    await messaging.delete(bob, messaging.messagesIn(roomId)[0]!);
    expect(await messaging.send(bob, roomId, 'Too soon', 'c-000001')).toMatchObject(tooSoon);
    for (const text of ['One', 'Two']) expect(await messaging.send(ada, roomId, text)).toMatchObject({ ok: true });
    await slow(0);
    expect(await messaging.send(bob, roomId, 'Too soon', 'c-000001')).toMatchObject({ ok: true });
  });

  it('a retry is answered, and edits and reactions need no wait', async () => {
    await slow(21_600);
    const ack = await messaging.send(bob, roomId, 'Once', 'c-000001');
    expect(await messaging.send(bob, roomId, 'Once', 'c-000001')).toEqual(ack);
    const [said] = messaging.messagesIn(roomId);
    expect(await messaging.edit(bob, said!, 'Twice')).toMatchObject({ ok: true });
    const { msgId } = said!;
    expect(await messaging.on.marks.react({ roomId, msgId, emoji: '👍' }, messaging.as(bob))).toMatchObject({
      ok: true,
    });
  });

  it('a bot does not wait', async () => {
    await slow(30);
    const context = messaging.as(bob);
    const bot = { ...context, actor: { ...context.actor, sessionId: null } };
    for (const clientMsgId of ['c-000001', 'c-000002'] as ClientMsgId[]) {
      const sent = await messaging.on.messages.sendMessage({ roomId, clientMsgId, text: 'pong' }, bot);
      expect(sent).toMatchObject({ ok: true });
    }
  });
});

describe('sending', () => {
  it('the same message a hundred times at once stores one and gives equal replies', async () => {
    const acks = await Promise.all(Array.from({ length: 100 }, () => messaging.send(ada, roomId, 'Hello', 'c-000001')));
    expect(acks[0]).toMatchObject({ ok: true, value: { msgId: 1, seq: 1 } });
    for (const ack of acks) expect(ack).toEqual(acks[0]);
    expect(list({})).toHaveLength(1);
    expect(sent()).toHaveLength(1);
  });

  it('answers with the message as it is listed', async () => {
    const asked = { roomId, clientMsgId: 'c-000002' as ClientMsgId, text: '@everyone, dinner!', replyTo: 1 };
    const first = await messaging.send(bob, roomId, 'Hello', 'c-000001');
    const reply = await messaging.on.messages.sendMessage(asked, messaging.as(ada));
    expect([first, reply]).toEqual(list({}).map((value) => ({ ok: true, value })));
    expect(reply).toMatchObject({ value: { everyone: true, replyTo: 1, userId: ada } });
  });

  it('answers a later retry with the message as it is now: edited, reacted to, deleted', async () => {
    await messaging.send(ada, roomId, 'Hello', 'c-000001');
    await messaging.send(ada, roomId, 'Bye', 'c-000002');
    const retry = () => messaging.send(ada, roomId, 'Hello', 'c-000001');
    const isListed = async () => expect(await retry()).toEqual({ ok: true, value: list({})[0] });
    await isListed();
    await messaging.edit(ada, list({})[0]!, 'Hello again');
    await messaging.on.marks.react({ roomId, msgId: list({})[0]!.msgId, emoji: '👍' }, messaging.as(bob));
    await isListed();
    expect(await retry()).toMatchObject({ value: { text: 'Hello again', revision: 1, reactions: [{ userId: bob }] } });
    await messaging.delete(ada, list({})[0]!);
    await isListed();
    expect(await retry()).toMatchObject({ value: { text: null, deleted: { by: ada } } });
  });

  it('answers a retry with a message without text once that is erased', async () => {
    await messaging.send(ada, roomId, 'Hello', 'c-000001');
    await messaging.erase(sent()[0]!.event);
    expect(await messaging.send(ada, roomId, 'Hello', 'c-000001')).toEqual({ ok: true, value: list({})[0] });
    expect(list({})[0]).toMatchObject({ text: null, deleted: null });
  });

  it('refuses another text under a used id, also in the same commit', async () => {
    const replies = await Promise.all([
      messaging.send(ada, roomId, 'Hello', 'c-000001'),
      messaging.send(ada, roomId, 'Bye', 'c-000001'),
    ]);
    expect(replies).toMatchObject([{ ok: true }, { ok: false, error: { code: 'conflict' } }]);
    expect(list({}).map(({ text }) => text)).toEqual(['Hello']);
  });

  it('lets other people and other rooms use the same id', async () => {
    const hall = await messaging.room('private', 'hall', [ada]);
    const replies = await Promise.all([
      messaging.send(ada, roomId, 'one', 'c-000001'),
      messaging.send(bob, roomId, 'two', 'c-000001'),
      messaging.send(ada, hall, 'three', 'c-000001'),
    ]);
    expect(replies).toMatchObject([
      { ok: true, value: { msgId: 1, seq: 1 } },
      { ok: true, value: { msgId: 2, seq: 2 } },
      { ok: true, value: { msgId: 3, seq: 1 } },
    ]);
  });

  it('numbers a room’s messages without a gap when many people send at once', async () => {
    const hall = await messaging.room('public', 'hall', [ada, bob]);
    const acks = await Promise.all(
      Array.from({ length: 300 }, (_, at) => messaging.send(at % 2 ? ada : bob, at % 3 ? roomId : hall, `text ${at}`)),
    );
    expect(acks.every(({ ok }) => ok)).toBe(true);
    expect(seqs({}, 200)).toEqual(Array.from({ length: 200 }, (_, at) => at + 1));
    expect(messaging.rooms.byId(hall)?.headSeq).toBe(100);
  });

  it('publishes to the members, including the sender, and to no one else', async () => {
    await messaging.send(bob, roomId, 'Hello');
    expect(sent()).toMatchObject([
      { audience: [ada, bob], event: { actorUserId: bob, body: { seq: 1 }, content: { text: 'Hello' } } },
    ]);
  });

  it('is refused to non-members and former members', async () => {
    expect(await messaging.send(cleo, roomId, 'Hello')).toMatchObject({ ok: false, error: { code: 'not_found' } });
    await messaging.on.rooms.leaveRoom({ roomId }, messaging.as(bob));
    expect(await messaging.send(bob, roomId, 'Hello')).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('keeps the text out of the log’s rows', async () => {
    await messaging.send(ada, roomId, 'the-secret-word');
    const bodies = messaging.database.sqlite.prepare('SELECT body_json FROM events').pluck().all();
    expect(JSON.stringify(bodies)).not.toContain('the-secret-word');
  });
});

describe('a full disk', () => {
  it('refuses messages and stores nothing of them, and recovers once there is space', async () => {
    const { sqlite } = messaging.database;
    await messaging.send(ada, roomId, 'before');
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`);

    const text = 'x'.repeat(limits.messageBytes);
    const refused = await Promise.all([1, 2, 3].map((at) => messaging.send(ada, roomId, text, `c-00000${at}`)));
    for (const reply of refused)
      expect(reply).toMatchObject({ ok: false, error: { code: 'unavailable', retryable: true } });
    expect(list({}).map((message) => message.text)).toEqual(['before']);
    expect(sent()).toHaveLength(1);

    sqlite.pragma('max_page_count = 1000000');
    expect(await messaging.send(ada, roomId, text, 'c-000001')).toMatchObject({
      ok: true,
      value: { msgId: 2, seq: 2 },
    });
    expect(seqs({})).toEqual([1, 2]);
  });
});

describe('reading a room', () => {
  it('gives a page before or after a message, oldest first', async () => {
    for (let at = 1; at <= 10; at++) await messaging.send(ada, roomId, `text ${at}`);
    expect(seqs({}, 3)).toEqual([8, 9, 10]);
    expect(seqs({ beforeSeq: 4 }, 2)).toEqual([2, 3]);
    expect(seqs({ beforeSeq: 1 })).toEqual([]);
    expect(seqs({ afterSeq: 0 }, 2)).toEqual([1, 2]);
    expect(seqs({ afterSeq: 10 })).toEqual([]);
    expect(seqs({ beforeSeq: 1e15 }, 1)).toEqual([10]);
  });

  it('gives a page from a time on', async () => {
    for (let at = 1; at <= 5; at++) await messaging.send(ada, roomId, `text ${at}`);
    const times = list({}).map(({ ts }) => ts);
    messaging.database.sqlite.exec('UPDATE messages SET ts = seq * 100');
    expect(times.every((ts) => ts > 500)).toBe(true);
    expect(seqs({ fromTs: 300 }, 2)).toEqual([3, 4]);
    expect(seqs({ fromTs: 301 })).toEqual([4, 5]);
    expect(seqs({ fromTs: -1 }, 1)).toEqual([1]);
    expect(seqs({ fromTs: 501 })).toEqual([]);
  });

  it('gives fewer messages if they are long, without skipping any', async () => {
    const text = '\u0001'.repeat(limits.messageBytes);
    await Promise.all(Array.from({ length: 20 }, () => messaging.send(ada, roomId, text)));
    expect(seqs({})).toEqual([16, 17, 18, 19, 20]);
    expect(seqs({ afterSeq: 3 })).toEqual([4, 5, 6, 7, 8]);
  });

  it('shows an erased message without text', async () => {
    await messaging.send(ada, roomId, 'Hello');
    await messaging.erase(sent()[0]!.event);
    expect(list({})).toMatchObject([{ seq: 1, text: null }]);
  });

  it('is for members only', () => {
    for (const room of [roomId, 'r_0000000000000000' as RoomId]) {
      const listed = messaging.on.messages.listMessages({ roomId: room, limit: 50 }, messaging.as(cleo));
      expect(listed).toMatchObject({ ok: false, error: { code: 'not_found' } });
    }
  });
});
