import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Message, RoomId } from '@devchitchat/contracts';
import { MessagingFile } from '../testing/messaging-file';
import { ada, bob, cleo } from '../testing/people';

let messaging: MessagingFile;
let roomId: RoomId;

beforeEach(async () => {
  messaging = await MessagingFile.open();
  roomId = await messaging.room('private', 'kitchen', [ada, bob]);
});

afterEach(() => messaging[Symbol.asyncDispose]());

const last = (): Message => messaging.messagesIn(roomId).at(-1)!;
const history = ({ msgId }: Message, by = bob) =>
  messaging.on.messages.listRevisions({ roomId, msgId, limit: 50 }, messaging.as(by));
const found = async (text: string) => {
  const reply = await messaging.search(bob, text);
  return reply.ok && reply.value.hits.map(({ message }) => message.text);
};

/** Sends a message and edits it twice. */
const saidThrice = async (first: string, second: string, third: string): Promise<Message> => {
  await messaging.send(bob, roomId, first);
  for (const text of [second, third]) expect(await messaging.edit(bob, last(), text)).toMatchObject({ ok: true });
  return last();
};

describe('an edited message', () => {
  it('has its latest text at its original seq, and is marked as edited', async () => {
    await saidThrice('one', 'two', 'three');
    const { event } = messaging.published.at(-1)!;
    expect(last()).toMatchObject({
      seq: 1,
      text: 'three',
      revision: 2,
      editedAt: event.ts,
      lastEventId: event.eventId,
    });
  });

  it('keeps its history for the members of its room', async () => {
    const message = await saidThrice('one', 'two', 'three');
    const texts = { ok: true, value: { revisions: [{ text: 'one' }, { text: 'two' }, { text: 'three' }] } };
    expect(history(message)).toMatchObject(texts);
    expect(history(message, ada)).toMatchObject(texts);
    expect(history(message, cleo)).toMatchObject({ ok: false, error: { code: 'not_found' } });
  });

  it('is found by its new text and not by its old one', async () => {
    await saidThrice('apple', 'banana', 'cherry cake');
    expect(await Promise.all(['apple', 'banana', 'cherry'].map(found))).toEqual([[], [], ['cherry cake']]);
    messaging.log.rebuild();
    expect(await Promise.all(['apple', 'banana', 'cherry'].map(found))).toEqual([[], [], ['cherry cake']]);
  });

  it('is the answer to a retry of its sending, which gives the first text', async () => {
    await messaging.send(bob, roomId, 'one', 'c-000001');
    await messaging.edit(bob, last(), 'two');
    expect(await messaging.send(bob, roomId, 'one', 'c-000001')).toEqual({ ok: true, value: last() });
    expect(await messaging.send(bob, roomId, 'two', 'c-000001')).toMatchObject({ error: { code: 'conflict' } });
  });

  it('is edited once when two devices edit it at the same time', async () => {
    await messaging.send(bob, roomId, 'one');
    const message = last();
    const replies = await Promise.all(['left', 'right'].map((text) => messaging.edit(bob, message, text)));
    expect(replies).toMatchObject([{ ok: true }, { ok: false, error: { code: 'conflict' } }]);
    expect(last()).toMatchObject({ text: 'left', revision: 1 });
  });
});

describe('a deleted message', () => {
  it('keeps its seq and loses its texts; its deleter and reason are shown', async () => {
    const message = await saidThrice('one', 'two', 'three');
    expect(await messaging.delete(ada, message, 'Off topic')).toMatchObject({ ok: true });
    expect(last()).toMatchObject({ seq: 1, text: null, deleted: { by: ada, reason: 'Off topic' } });
    expect(history(message)).toMatchObject({ value: { revisions: [{ text: null }, { text: null }, { text: null }] } });
    expect(await Promise.all(['one', 'two', 'three'].map(found))).toEqual([[], [], []]);
    await messaging.send(bob, roomId, 'next');
    expect(last().seq).toBe(2);
  });

  it('is not sent with its text to members who sync later', async () => {
    const message = await saidThrice('one', 'two', 'three');
    await messaging.delete(bob, message);
    const [synced] = messaging.sync(ada, { roomId, after: message.eventId - 1 }).rooms;
    expect(JSON.stringify(synced)).not.toMatch(/one|two|three/);
    expect(messaging.snapshots.of(roomId, ada).messages).toMatchObject([
      { text: null, deleted: { by: bob, reason: null } },
    ]);
  });

  it('is gone from the disk: from the log, the projections, the index and, after a checkpoint, the write-ahead log', async () => {
    const words = ['xplantedfirst', 'yplantedsecond', 'zplantedthird'] as const;
    const talk = async () => {
      for (let at = 0; at < 100; at++) await messaging.send(ada, roomId, `some other words, number${at}`);
    };
    await talk();
    const message = await saidThrice(...words);
    await talk();
    expect(wordsOnDisk()).toMatch(/planted/);

    await messaging.delete(bob, message);
    messaging.database.sqlite.pragma('wal_checkpoint(TRUNCATE)');
    expect(wordsOnDisk()).not.toMatch(/planted/i);
    const indexed = messaging.database.sqlite
      .prepare("SELECT count(*) FROM messages_fts WHERE messages_fts MATCH 'xplanted* OR yplanted* OR zplanted*'")
      .pluck();
    expect(indexed.get()).toBe(0);
    const threes = messaging.database.sqlite
      .prepare(`SELECT count(*) FROM messages_parts WHERE messages_parts MATCH '"xpl" OR "ypl" OR "zpl" OR "nte"'`)
      .pluck();
    expect(threes.get()).toBe(0);
    expect(await found('words')).toHaveLength(20);
    expect(await found('lanted')).toEqual([]);
  });
});

function wordsOnDisk(): string {
  const file = join(messaging.folder.path, 'messaging.sqlite');
  return [file, `${file}-wal`].map((path) => readFileSync(path, 'latin1')).join('');
}
