import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { ClientFileId, ClientMsgId, User } from '@devchitchat/contracts';
import { ada, lobby, RoomLog } from '@devchitchat/contracts/testing';
import { IDBDatabase, IDBFactory, IDBObjectStore, IDBRequest, IDBTransaction } from 'fake-indexeddb';
import { openDB } from 'idb';
import { draftKey, nothingBegun } from '../unsent/draft-policy';
import type { OutboxEntry } from '../unsent/outbox-policy';
import { Cache } from './cache';

/** Long enough that only a call that hangs exceeds it. */
const long = { openMs: 60_000, callMs: 60_000, largeMs: 60_000 };
const short = { openMs: 40, callMs: 40, largeMs: 40 };
/** Upper limit for a call, generous because the machine may be busy with other work. */
const inTimeMs = 20_000;

const { room, members, messages } = new RoomLog(1_000).said(ada, 'hello').latest;
const cachedRoom = {
  roomId: lobby,
  room,
  members,
  bans: [],
  mutes: [],
  peopleAfter: null,
  pins: [],
  head: 3,
  headSeq: messages.length,
  lastSent: 3,
};
const draft = { ...nothingBegun(ada, lobby), text: 'I was going to' };
const user = { userId: ada, handle: 'ada' } as User;
const clientFileId = 'file-one' as ClientFileId;
const entry: OutboxEntry = {
  kind: 'send',
  position: 1,
  clientMsgId: 'typed-without-a-disk' as ClientMsgId,
  roomId: lobby,
  userId: ada,
  text: 'typed',
  composedAt: 0,
  state: 'pending',
};

/** Every call that the page makes to its cache, with the result of an empty cache. */
const calls: Readonly<Record<string, readonly [call: (cache: Cache) => Promise<unknown>, nothing: unknown]>> = {
  rooms: [(cache) => cache.rooms.all(), []],
  messages: [(cache) => cache.rooms.messages(lobby), []],
  users: [(cache) => cache.users.all(), []],
  markMoves: [(cache) => cache.marks.all(), new Map()],
  drafts: [(cache) => cache.drafts.all(), null],
  outbox: [(cache) => cache.outbox.all(), null],
  value: [(cache) => cache.values.get('me'), undefined],
  saveRoom: [
    (cache) =>
      cache.rooms.save(cachedRoom, messages, [{ seq: 1, revise: (message) => ({ ...message, text: 'other' }) }]),
    false,
  ],
  forgetRoom: [(cache) => cache.rooms.forget(lobby), false],
  beginEpoch: [(cache) => cache.beginEpoch('4f9c2a7be1d05836'), false],
  saveUsers: [(cache) => cache.users.save([user]), false],
  saveMarkMove: [(cache) => cache.marks.save(lobby, { seq: 1 }), false],
  removeMarkMove: [(cache) => cache.marks.remove(lobby), false],
  saveDraft: [(cache) => cache.drafts.save(draft), false],
  removeDraft: [(cache) => cache.drafts.remove(draftKey(draft), ['I was going to']), false],
  saveOutboxEntry: [(cache) => cache.outbox.save(entry), false],
  removeOutboxEntry: [(cache) => cache.outbox.remove(entry.clientMsgId), false],
  file: [(cache) => cache.files.get(clientFileId), undefined],
  saveFiles: [
    (cache) => cache.files.save([{ clientFileId, userId: ada, blob: new Blob(['typed']), keptAt: 0 }]),
    false,
  ],
  sweepFiles: [(cache) => cache.files.sweep(1), false],
  setValue: [(cache) => cache.values.set('me', user), false],
  clear: [(cache) => cache.clear(), false],
  forget: [(cache) => cache.forget(ada), false],
};

/** Every IndexedDB call that a page makes. */
const methods: readonly (readonly [owner: object, name: string])[] = [
  [IDBFactory.prototype, 'open'],
  [IDBDatabase.prototype, 'transaction'],
  [IDBTransaction.prototype, 'objectStore'],
  ...['get', 'getAll', 'getAllKeys', 'put', 'delete', 'clear'].map((name) => [IDBObjectStore.prototype, name] as const),
];

const faults: Readonly<Record<string, unknown>> = {
  throws: () => {
    throw new DOMException('Storage is out of order.', 'UnknownError');
  },
  // A request that never completes.
  hangs: () => new IDBRequest(),
  'is absent': undefined,
};

/** Methods that create no request, and so cannot hang. */
const synchronous = ['transaction', 'objectStore'];
const cases = methods.flatMap(([owner, name]) =>
  Object.entries(faults)
    .filter(([fault]) => fault !== 'hangs' || !synchronous.includes(name))
    .map(
      ([fault, value]) =>
        [`${owner.constructor.name.replace('FDB', 'IDB')}.${name}`, fault, owner, name, value] as const,
    ),
);

let undo: (() => void)[] = [];
let rejections: unknown[] = [];
const note = (reason: unknown): void => void rejections.push(reason);

function substitute(owner: object, name: string, value: unknown): void {
  const before = Object.getOwnPropertyDescriptor(owner, name)!;
  Object.defineProperty(owner, name, { configurable: true, writable: true, value });
  undo.push(() => Object.defineProperty(owner, name, before));
}

async function inTime<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('It hangs.')), inTimeMs);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

describe('when browser storage fails', () => {
  beforeEach(() => {
    globalThis.indexedDB = new IDBFactory();
    rejections = [];
    process.on('unhandledRejection', note);
  });

  afterEach(() => {
    for (const each of undo) each();
    undo = [];
    process.off('unhandledRejection', note);
    expect(rejections).toEqual([]);
  });

  // The browser itself needs a transaction to create a database.
  it.each(cases.filter(([, , , name]) => name !== 'transaction'))(
    'the page starts although %s %s',
    async (_method, fault, owner, name, value) => {
      substitute(owner, name, value);
      const cache = await inTime(Cache.open(fault === 'hangs' ? short : long));
      for (const [call] of Object.values(calls)) await inTime(call(cache));
      expect(cache.keeps()).toBe(false);
      cache.close();
    },
  );

  it.each(cases.filter(([, , , name]) => name !== 'open'))(
    'every call returns although %s %s later',
    async (_method, fault, owner, name, value) => {
      const cache = await Cache.open(fault === 'hangs' ? { ...short, openMs: long.openMs } : long);
      await cache.rooms.save(cachedRoom, messages);
      expect(fault === 'hangs' || cache.keeps()).toBe(true);
      substitute(owner, name, value);
      for (const [call] of Object.values(calls)) await inTime(call(cache));
      expect(cache.keeps()).toBe(false);
      cache.close();
    },
  );

  it('everything is empty and not persisted without IndexedDB', async () => {
    Reflect.deleteProperty(globalThis, 'indexedDB');
    const cache = await Cache.open(long);
    expect(cache.keeps()).toBe(false);
    for (const [name, [call, nothing]] of Object.entries(calls))
      expect([name, await call(cache)]).toEqual([name, nothing]);
  });

  it('nothing is persisted when the getter of indexedDB throws', async () => {
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, get: faults['throws'] as () => never });
    const cache = await Cache.open(long);
    expect(cache.keeps()).toBe(false);
    Object.defineProperty(globalThis, 'indexedDB', { configurable: true, writable: true, value: undefined });
  });

  it('a disk that answers late is accepted, and readers that got nothing are told', async () => {
    // A tab of an earlier version that keeps its connection open.
    const earlier = await openDB('devchitchat', 1);
    const cache = await Cache.open({ ...long, openMs: short.openMs });
    expect(cache.keeps()).toBe(false);
    expect(await cache.drafts.all()).toBeNull();
    const recovered = new Promise<void>((resolve) => {
      cache.recoveries.subscribe(resolve);
    });
    earlier.close();
    await inTime(recovered);
    expect(cache.keeps()).toBe(true);
    expect(await cache.drafts.save(draft)).toBe(true);
    expect(await cache.drafts.all()).toEqual([draft]);
    cache.close();
  });
});
