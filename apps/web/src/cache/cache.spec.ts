import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClientMsgId, Message, User } from '@devchitchat/contracts';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import type { OutboxEntry } from '../composer/outbox-policy';
import { ada, lobby, RoomLog } from '@devchitchat/contracts/testing';
import { Cache, messagesKept } from './cache';
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

  it('forgets the rooms of another log, and nothing that its author still wants to say', async () => {
    await cache.saveRoom(cached(2), upTo(2));
    await cache.saveMarkMove(lobby, { seq: 2 });
    await cache.saveOutboxEntry(entry(1));
    await cache.keep('me', user);
    await cache.beginEpoch('4f9c2a7be1d05836');
    expect(await cache.rooms()).toEqual([]);
    expect(await cache.messages(lobby)).toEqual([]);
    expect([...(await cache.markMoves())]).toEqual([]);
    expect(await cache.outbox()).toEqual([entry(1)]);
    expect(await cache.keepsake('me')).toEqual(user);
    expect(await cache.keepsake('epoch')).toBe('4f9c2a7be1d05836');
  });

  const reopened = async () => {
    cache.close();
    cache = await Cache.open();
    return cache;
  };

  it('gives a room and its messages back after a restart', async () => {
    await cache.saveRoom(cached(3), upTo(3));
    await reopened();
    expect(await cache.rooms()).toEqual([cached(3)]);
    expect(await cache.messages(lobby)).toEqual(upTo(3));
  });

  it('keeps the newest messages of a room and lets the others go', async () => {
    await cache.saveRoom(cached(120), upTo(120));
    await cache.saveRoom(cached(250), messages.slice(120));
    const kept = await cache.messages(lobby);
    expect(kept).toEqual(messages.slice(-messagesKept));
  });

  it('makes good in what it kept what became of it since', async () => {
    await cache.saveRoom(cached(3), upTo(3));
    const revise = (message: Message) => ({ ...message, text: 'something else' });
    await cache.saveRoom(
      cached(3),
      [],
      [2, 9].map((seq) => ({ seq, revise })),
    );
    expect((await cache.messages(lobby)).map(({ text }) => text)).toEqual(['line 0', 'something else', 'line 2']);
  });

  it('carries what is unsent over from an earlier version', async () => {
    cache.close();
    globalThis.indexedDB = new IDBFactory();
    const { kind: _, ...before } = entry(1);
    const earlier = await openDB('devchitchat', 1, {
      upgrade: (db) => void db.createObjectStore('outbox', { keyPath: 'clientMsgId' }),
    });
    await earlier.put('outbox', before);
    earlier.close();
    cache = await Cache.open();
    expect(await cache.outbox()).toEqual([entry(1)]);
  });

  it('forgets a room with all that was said in it', async () => {
    await cache.saveRoom(cached(3), upTo(3));
    await cache.saveMarkMove(lobby, { seq: 2 });
    await cache.forgetRoom(lobby);
    expect([await cache.rooms(), await cache.messages(lobby), [...(await cache.markMoves())]]).toEqual([[], [], []]);
  });

  it('gives back what was typed, in its order', async () => {
    for (const position of [1, 3, 2]) await cache.saveOutboxEntry(entry(position));
    await reopened();
    expect((await cache.outbox()).map(({ position }) => position)).toEqual([1, 2, 3]);
  });

  it('has an entry once, also when it is written again', async () => {
    await cache.saveOutboxEntry(entry(1));
    await cache.saveOutboxEntry({ ...entry(1), state: 'failed', reason: 'No.' });
    expect(await cache.outbox()).toEqual([{ ...entry(1), state: 'failed', reason: 'No.' }]);
    await cache.removeOutboxEntry(entry(1).clientMsgId);
    expect(await cache.outbox()).toEqual([]);
  });

  it('gives back how far was read, until the server knows it', async () => {
    await cache.saveMarkMove(lobby, { seq: 9 });
    await cache.saveMarkMove(lobby, { seq: 4, back: true });
    await reopened();
    expect([...(await cache.markMoves())]).toEqual([[lobby, { seq: 4, back: true }]]);
    await cache.removeMarkMove(lobby);
    expect([...(await cache.markMoves())]).toEqual([]);
  });

  it('gives back what was begun and not sent, and forgets it with the session', async () => {
    await cache.saveDraft(lobby, 'I was going to');
    await reopened();
    expect([...(await cache.drafts())]).toEqual([[lobby, 'I was going to']]);
    await cache.saveDraft(lobby, '');
    expect([...(await cache.drafts())]).toEqual([]);
    await cache.saveDraft(lobby, 'I was going to');
    await cache.clear('unsent');
    expect([...(await cache.drafts())]).toEqual([]);
  });

  it('forgets everything at a sign-out', async () => {
    await cache.saveRoom(cached(3), upTo(3));
    await cache.saveUsers([user]);
    await cache.keep('me', user);
    await cache.saveOutboxEntry(entry(1));
    await cache.clear();
    expect([await cache.rooms(), await cache.users(), await cache.outbox()]).toEqual([[], [], []]);
    expect(await cache.keepsake('me')).toBeUndefined();
  });

  it('spares what is not sent yet when a session merely ended', async () => {
    await cache.saveRoom(cached(3), upTo(3));
    await cache.saveOutboxEntry(entry(1));
    await cache.clear('unsent');
    expect([await cache.rooms(), await cache.outbox()]).toEqual([[], [entry(1)]]);
  });

  it('is empty, and takes everything, where the browser has no storage', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const none = await Cache.open();
    await none.saveRoom(cached(3), upTo(3));
    await none.keep('me', user);
    expect([await none.rooms(), await none.keepsake('me')]).toEqual([[], undefined]);
  });
});
