import type { ClientMsgId, Message, RoomId, User } from '@devchitchat/contracts';
import { openDB, type IDBPDatabase, type IDBPObjectStore, type StoreNames } from 'idb';
import { inOrder, type OutboxEntry } from '../composer/outbox-policy';
import type { MarkMove } from '../reading/mark-moves';
import {
  cacheName,
  cacheVersion,
  storeNames,
  type CachedRoom,
  type CacheSchema,
  type Keepsakes,
  type Revision,
} from './schema';

/** Messages kept of each room, counted from its end. */
export const messagesKept = 200;

/**
 * What this browser keeps, so that it opens without a network and loses nothing that was typed. All of it is a copy,
 * except the outbox and the drafts. Where the browser offers no storage, nothing is kept and everything else still works.
 */
export class Cache {
  private db: IDBPDatabase<CacheSchema> | null = null;

  private constructor() {}

  static async open(): Promise<Cache> {
    const cache = new Cache();
    cache.db = await openDatabase(() => {
      cache.close();
    }).catch(() => null);
    return cache;
  }

  async rooms(): Promise<readonly CachedRoom[]> {
    return (await this.db?.getAll('rooms')) ?? [];
  }

  /** The kept messages of a room, oldest first. */
  async messages(roomId: RoomId): Promise<readonly Message[]> {
    return (await this.db?.getAll('messages', allOf(roomId))) ?? [];
  }

  /**
   * A room, the messages that are new in it and what became of those kept before, together, so that its head never claims
   * what is not there.
   */
  async saveRoom(room: CachedRoom, messages: readonly Message[], revisions: readonly Revision[] = []): Promise<void> {
    const tx = this.db?.transaction(['rooms', 'messages'], 'readwrite');
    if (!tx) return;
    const { roomId, headSeq } = room;
    const store = tx.objectStore('messages');
    for (const { seq, revise } of revisions) {
      const message = await store.get([roomId, seq]);
      if (message) await store.put(revise(message));
    }
    const outdated = IDBKeyRange.bound([roomId, 0], [roomId, Math.max(0, headSeq - messagesKept)]);
    await Promise.all([
      tx.objectStore('rooms').put(room),
      ...messages.map((message) => store.put(message)),
      store.delete(outdated),
      tx.done,
    ]);
  }

  async forgetRoom(roomId: RoomId): Promise<void> {
    const tx = this.db?.transaction(['rooms', 'messages', 'markMoves'], 'readwrite');
    if (!tx) return;
    await Promise.all([
      tx.objectStore('rooms').delete(roomId),
      tx.objectStore('messages').delete(allOf(roomId)),
      tx.objectStore('markMoves').delete(roomId),
      tx.done,
    ]);
  }

  /** Everything kept of rooms is from another log: forgets it, and keeps which log comes now. */
  async beginEpoch(epoch: string): Promise<void> {
    const tx = this.db?.transaction(['rooms', 'messages', 'markMoves', 'keepsakes'], 'readwrite');
    if (!tx) return;
    await Promise.all([
      tx.objectStore('rooms').clear(),
      tx.objectStore('messages').clear(),
      tx.objectStore('markMoves').clear(),
      tx.objectStore('keepsakes').put(epoch, 'epoch'),
      tx.done,
    ]);
  }

  async users(): Promise<readonly User[]> {
    return (await this.db?.getAll('users')) ?? [];
  }

  async saveUsers(users: readonly User[]): Promise<void> {
    const tx = this.db?.transaction('users', 'readwrite');
    if (!tx) return;
    await Promise.all([...users.map((user) => tx.store.put(user)), tx.done]);
  }

  /** Moves of one's read marks that the server does not know of yet. */
  async markMoves(): Promise<ReadonlyMap<RoomId, MarkMove>> {
    const tx = this.db?.transaction('markMoves');
    if (!tx) return new Map();
    const [rooms, moves] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
    return new Map(rooms.flatMap((roomId, i) => (moves[i] ? [[roomId, moves[i]] as const] : [])));
  }

  async saveMarkMove(roomId: RoomId, move: MarkMove): Promise<void> {
    await this.db?.put('markMoves', move, roomId);
  }

  async removeMarkMove(roomId: RoomId): Promise<void> {
    await this.db?.delete('markMoves', roomId);
  }

  /** What was begun in rooms and not sent. */
  async drafts(): Promise<ReadonlyMap<RoomId, string>> {
    const tx = this.db?.transaction('drafts');
    if (!tx) return new Map();
    const [rooms, texts] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
    return new Map(rooms.map((roomId, i) => [roomId, texts[i] ?? '']));
  }

  async saveDraft(roomId: RoomId, text: string): Promise<void> {
    if (text === '') await this.db?.delete('drafts', roomId);
    else await this.db?.put('drafts', text, roomId);
  }

  async outbox(): Promise<readonly OutboxEntry[]> {
    return inOrder((await this.db?.getAll('outbox')) ?? []);
  }

  async saveOutboxEntry(entry: OutboxEntry): Promise<void> {
    await this.db?.put('outbox', entry);
  }

  async removeOutboxEntry(clientMsgId: ClientMsgId): Promise<void> {
    await this.db?.delete('outbox', clientMsgId);
  }

  async keepsake<Name extends keyof Keepsakes>(name: Name): Promise<Keepsakes[Name] | undefined> {
    return (await this.db?.get('keepsakes', name)) as Keepsakes[Name] | undefined;
  }

  async keep<Name extends keyof Keepsakes>(name: Name, value: Keepsakes[Name]): Promise<void> {
    await this.db?.put('keepsakes', value, name);
  }

  /** Forgets everything; with `unsent` spared, everything but what its author still wants to say. */
  async clear(spare: 'nothing' | 'unsent' = 'nothing'): Promise<void> {
    const names = storeNames.filter((name) => spare === 'nothing' || name !== 'outbox');
    const tx = this.db?.transaction(names, 'readwrite');
    if (!tx) return;
    await Promise.all([...names.map((name) => tx.objectStore(name).clear()), tx.done]);
  }

  close(): void {
    this.db?.close();
    this.db = null;
  }
}

const allOf = (roomId: RoomId): IDBKeyRange => IDBKeyRange.bound([roomId, 0], [roomId, Infinity]);

/** What is no copy of anything, and survives another version of the rest. */
const originals: readonly string[] = ['outbox', 'drafts'];

/** @param makeWay called when a tab of a newer version waits for this one to let go */
async function openDatabase(makeWay: () => void): Promise<IDBPDatabase<CacheSchema>> {
  return openDB<CacheSchema>(cacheName, cacheVersion, {
    upgrade(db, _before, _now, tx) {
      for (const name of db.objectStoreNames) if (!originals.includes(name)) db.deleteObjectStore(name);
      db.createObjectStore('rooms', { keyPath: 'roomId' });
      db.createObjectStore('messages', { keyPath: ['roomId', 'seq'] });
      db.createObjectStore('users', { keyPath: 'userId' });
      for (const name of ['markMoves', 'keepsakes'] as const) db.createObjectStore(name);
      if (!db.objectStoreNames.contains('drafts')) db.createObjectStore('drafts');
      if (db.objectStoreNames.contains('outbox')) void nameKinds(tx.objectStore('outbox'));
      else db.createObjectStore('outbox', { keyPath: 'clientMsgId' });
    },
    blocking: makeWay,
  });
}

/** The first version knew of nothing but messages that could wait, and did not say so. */
async function nameKinds(
  outbox: IDBPObjectStore<CacheSchema, StoreNames<CacheSchema>[], 'outbox', 'versionchange'>,
): Promise<void> {
  const entries: readonly Partial<OutboxEntry>[] = await outbox.getAll();
  await Promise.all(entries.map((entry) => outbox.put({ kind: 'send', ...entry } as OutboxEntry)));
}
