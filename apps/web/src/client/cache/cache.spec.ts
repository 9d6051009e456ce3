import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClientFileId, ClientMsgId, Message, User, UserId } from '@devchitchat/contracts';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { draftKey, nothingBegun, type Draft } from '../unsent/draft-policy';
import type { OutboxEntry } from '../unsent/outbox-policy';
import { ada, bob, lobby, RoomLog } from '@devchitchat/contracts/testing';
import { Cache } from './cache';
import { messagesKept } from './cached-rooms';
import type { CachedRoom } from './schema';

const said = Array.from({ length: 250 }).reduce<RoomLog>(
  (log, _, i) => log.said(ada, `line ${String(i)}`),
  new RoomLog(1_000),
);
const { room, members, messages } = said.latest;
const upTo = (seq: number): readonly Message[] => messages.slice(0, seq);
const cached = (headSeq: number): CachedRoom => ({
  roomId: lobby,
  room,
  members,
  bans: [],
  mutes: [],
  peopleAfter: null,
  pins: [],
  head: headSeq * 3,
  headSeq,
  lastSent: headSeq * 3,
});
const entry = (position: number): OutboxEntry => ({
  kind: 'send',
  position,
  clientMsgId: `id-${String(position)}` as ClientMsgId,
  roomId: lobby,
  userId: ada,
  text: 'typed without a network',
  composedAt: 0,
  state: 'pending',
});
const draft = (text: string, userId: UserId = ada): Draft => ({ ...nothingBegun(userId, lobby), text });
const user: User = {
  userId: ada,
  handle: 'ada',
  displayName: 'Ada',
  role: 'admin',
  isBot: false,
  active: true,
  createdAt: 0,
};

describe('the cache', () => {
  let cache: Cache;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    cache = await Cache.open();
  });

  afterEach(() => {
    cache.close();
  });

  it('deletes the rooms of another log and keeps unsent messages', async () => {
    await cache.rooms.save(cached(2), upTo(2));
    await cache.marks.save(lobby, { seq: 2 });
    await cache.outbox.save(entry(1));
    await cache.values.set('me', user);
    await cache.beginEpoch('4f9c2a7be1d05836');
    expect(await cache.rooms.all()).toEqual([]);
    expect(await cache.rooms.messages(lobby)).toEqual([]);
    expect([...(await cache.marks.all())]).toEqual([]);
    expect(await cache.outbox.all()).toEqual([entry(1)]);
    expect(await cache.values.get('me')).toEqual(user);
    expect(await cache.values.get('epoch')).toBe('4f9c2a7be1d05836');
  });

  const reopened = async () => {
    cache.close();
    cache = await Cache.open();
    return cache;
  };

  it('restores a room and its messages after a restart', async () => {
    await cache.rooms.save(cached(3), upTo(3));
    await reopened();
    expect(await cache.rooms.all()).toEqual([cached(3)]);
    expect(await cache.rooms.messages(lobby)).toEqual(upTo(3));
  });

  it('keeps only the newest messages of a room', async () => {
    await cache.rooms.save(cached(120), upTo(120));
    await cache.rooms.save(cached(250), messages.slice(120));
    const kept = await cache.rooms.messages(lobby);
    expect(kept).toEqual(messages.slice(-messagesKept));
  });

  it('applies later changes to the messages it kept', async () => {
    await cache.rooms.save(cached(3), upTo(3));
    const revise = (message: Message) => ({ ...message, text: 'something else' });
    await cache.rooms.save(
      cached(3),
      [],
      [2, 9].map((seq) => ({ seq, revise })),
    );
    expect((await cache.rooms.messages(lobby)).map(({ text }) => text)).toEqual(['line 0', 'something else', 'line 2']);
  });

  it('migrates unsent messages of an earlier version', async () => {
    cache.close();
    globalThis.indexedDB = new IDBFactory();
    const { kind: _, ...before } = entry(1);
    const earlier = await openDB('devchitchat', 1, {
      upgrade: (db) => void db.createObjectStore('outbox', { keyPath: 'clientMsgId' }),
    });
    await earlier.put('outbox', before);
    earlier.close();
    cache = await Cache.open();
    expect(await cache.outbox.all()).toEqual([entry(1)]);
  });

  it('deletes a room together with its messages', async () => {
    await cache.rooms.save(cached(3), upTo(3));
    await cache.marks.save(lobby, { seq: 2 });
    await cache.rooms.forget(lobby);
    expect([await cache.rooms.all(), await cache.rooms.messages(lobby), [...(await cache.marks.all())]]).toEqual([
      [],
      [],
      [],
    ]);
  });

  it('returns outbox entries in their order', async () => {
    for (const position of [1, 3, 2]) await cache.outbox.save(entry(position));
    await reopened();
    expect((await cache.outbox.all())?.map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('stores an entry once, even when it is written twice', async () => {
    await cache.outbox.save(entry(1));
    await cache.outbox.save({ ...entry(1), state: 'failed', reason: 'No.' });
    expect(await cache.outbox.all()).toEqual([{ ...entry(1), state: 'failed', reason: 'No.' }]);
    await cache.outbox.remove(entry(1).clientMsgId);
    expect(await cache.outbox.all()).toEqual([]);
  });

  it('keeps the files of a message until it leaves the outbox', async () => {
    const attachment = { clientFileId: 'file-one' as ClientFileId, name: 'a.txt', size: 5, type: 'text/plain' };
    const orphan = 'file-two' as ClientFileId;
    await cache.outbox.save({ ...entry(1), attachments: [attachment] } as OutboxEntry);
    const blob = new Blob(['hello']);
    const files = [attachment.clientFileId, orphan].map((clientFileId, at) => ({
      clientFileId,
      userId: ada,
      blob,
      keptAt: 1_000 + at,
    }));
    expect(await cache.files.save(files)).toBe(true);
    await cache.files.sweep(1_001);
    expect(await (await cache.files.get(orphan))?.text()).toBe('hello');
    await cache.files.sweep(1_002);
    await reopened();
    expect(await (await cache.files.get(attachment.clientFileId))?.text()).toBe('hello');
    expect(await cache.files.get(orphan)).toBeNull();
    await cache.outbox.remove(entry(1).clientMsgId);
    expect(await cache.files.get(attachment.clientFileId)).toBeNull();
  });

  it('returns read mark moves until the server knows them', async () => {
    await cache.marks.save(lobby, { seq: 9 });
    await cache.marks.save(lobby, { seq: 4, back: true });
    await reopened();
    expect([...(await cache.marks.all())]).toEqual([[lobby, { seq: 4, back: true }]]);
    await cache.marks.remove(lobby);
    expect([...(await cache.marks.all())]).toEqual([]);
  });

  it('restores drafts after a restart, until they are removed', async () => {
    await cache.drafts.save(draft('I was going to'));
    await reopened();
    expect(await cache.drafts.all()).toEqual([draft('I was going to')]);
    await cache.drafts.remove(draftKey(draft('')), ['I was going to']);
    expect(await cache.drafts.all()).toEqual([]);
  });

  it('does not remove a draft that another tab has changed', async () => {
    await cache.drafts.save(draft('by the other tab'));
    await cache.drafts.remove(draftKey(draft('')), ['by this tab', 'by this']);
    expect(await cache.drafts.all()).toEqual([draft('by the other tab')]);
  });

  it('assigns a draft of an earlier version to the user who was signed in', async () => {
    cache.close();
    globalThis.indexedDB = new IDBFactory();
    const earlier = await openDB('devchitchat', 6, {
      upgrade(db) {
        for (const name of ['drafts', 'keepsakes']) db.createObjectStore(name);
      },
    });
    await earlier.put('drafts', 'I was going to', lobby);
    await earlier.put('keepsakes', user, 'me');
    earlier.close();
    cache = await Cache.open();
    expect(await cache.drafts.all()).toEqual([{ ...draft('I was going to'), isTouched: true }]);
  });

  it('keeps drafts and unsent messages when a session ends, and nothing else', async () => {
    await cache.rooms.save(cached(3), upTo(3));
    await cache.users.save([user]);
    await cache.values.set('me', user);
    await cache.outbox.save(entry(1));
    await cache.drafts.save(draft('I was going to'));
    await cache.clear();
    expect([await cache.rooms.all(), await cache.users.all(), await cache.values.get('me')]).toEqual([
      [],
      [],
      undefined,
    ]);
    expect([await cache.outbox.all(), await cache.drafts.all()]).toEqual([[entry(1)], [draft('I was going to')]]);
  });

  it('deletes everything of the user who signs out, and no texts of other users', async () => {
    const others = [{ ...entry(2), userId: bob }, draft('not mine', bob)] as const;
    await cache.rooms.save(cached(3), upTo(3));
    await cache.values.set('me', user);
    for (const each of [entry(1), others[0]]) await cache.outbox.save(each);
    for (const each of [draft('mine'), others[1]]) await cache.drafts.save(each);
    await cache.forget(ada);
    expect([await cache.rooms.all(), await cache.values.get('me')]).toEqual([[], undefined]);
    expect([await cache.outbox.all(), await cache.drafts.all()]).toEqual([[others[0]], [others[1]]]);
  });

  it('writes nothing of a room when one part cannot be written', async () => {
    await cache.rooms.save(cached(1), upTo(1));
    const unwritable = { ...upTo(2)[1]!, text: (() => undefined) as unknown as string };
    expect(await cache.rooms.save(cached(2), [unwritable])).toBe(false);
    expect(await cache.rooms.all()).toEqual([cached(1)]);
    expect(cache.keeps()).toBe(false);
  });
});
