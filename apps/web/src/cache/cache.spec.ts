import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClientMsgId, Message, User } from '@devchitchat/contracts';
import { IDBFactory } from 'fake-indexeddb';
import type { OutboxEntry } from '../composer/outbox-policy';
import { ada, lobby, RoomLog } from '../rooms/testing/room-log';
import { Cache, messagesKept } from './cache';
import type { CachedRoom } from './schema';

const said = Array.from({ length: 250 }).reduce<RoomLog>(
  (log, _, i) => log.said(ada, `line ${String(i)}`),
  new RoomLog(1_000),
);
const { room, members, messages } = said.latest;
const upTo = (seq: number): readonly Message[] => messages.slice(0, seq);
const cached = (headSeq: number): CachedRoom => ({ roomId: lobby, room, members, head: headSeq * 3, headSeq });
const entry = (position: number): OutboxEntry => ({
  position,
  clientMsgId: `id-${String(position)}` as ClientMsgId,
  roomId: lobby,
  userId: ada,
  text: 'typed without a network',
  composedAt: 0,
  state: 'pending',
});
const user: User = { userId: ada, handle: 'ada', displayName: 'Ada', role: 'admin', createdAt: 0 };

describe('the cache', () => {
  let cache: Cache;

  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory();
    cache = await Cache.open();
  });

  afterEach(() => {
    cache.close();
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

  it('forgets a room with all that was said in it', async () => {
    await cache.saveRoom(cached(3), upTo(3));
    await cache.saveSeen(lobby, 2);
    await cache.forgetRoom(lobby);
    expect([await cache.rooms(), await cache.messages(lobby), [...(await cache.seen())]]).toEqual([[], [], []]);
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

  it('never moves back what was read', async () => {
    await cache.saveSeen(lobby, 9);
    await cache.saveSeen(lobby, 4);
    expect((await cache.seen()).get(lobby)).toBe(9);
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
