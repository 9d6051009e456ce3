import type { ClientMsgId, Message, RoomId, User } from '@devchitchat/contracts';
import { openDB, type IDBPDatabase } from 'idb';
import { inOrder, type OutboxEntry } from '../composer/outbox-policy';
import { cacheName, cacheVersion, storeNames, type CachedRoom, type CacheSchema, type Keepsakes } from './schema';

/** Messages kept of each room, counted from its end. */
export const messagesKept = 200;

/**
 * What this browser keeps, so that it opens without a network and loses nothing that was typed. All of it is a copy,
 * except the outbox. Where the browser offers no storage, nothing is kept and everything else still works.
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

  /** A room and the messages that are new in it, together, so that its head never claims a message that is not there. */
  async saveRoom(room: CachedRoom, messages: readonly Message[]): Promise<void> {
    const tx = this.db?.transaction(['rooms', 'messages'], 'readwrite');
    if (!tx) return;
    const { roomId, headSeq } = room;
    const outdated = IDBKeyRange.bound([roomId, 0], [roomId, Math.max(0, headSeq - messagesKept)]);
    await Promise.all([
      tx.objectStore('rooms').put(room),
      ...messages.map((message) => tx.objectStore('messages').put(message)),
      tx.objectStore('messages').delete(outdated),
      tx.done,
    ]);
  }

  async forgetRoom(roomId: RoomId): Promise<void> {
    const tx = this.db?.transaction(['rooms', 'messages', 'seen'], 'readwrite');
    if (!tx) return;
    await Promise.all([
      tx.objectStore('rooms').delete(roomId),
      tx.objectStore('messages').delete(allOf(roomId)),
      tx.objectStore('seen').delete(roomId),
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

  async seen(): Promise<ReadonlyMap<RoomId, number>> {
    const tx = this.db?.transaction('seen');
    if (!tx) return new Map();
    const [rooms, seqs] = await Promise.all([tx.store.getAllKeys(), tx.store.getAll()]);
    return new Map(rooms.map((roomId, i) => [roomId, seqs[i] ?? 0]));
  }

  async saveSeen(roomId: RoomId, seq: number): Promise<void> {
    const tx = this.db?.transaction('seen', 'readwrite');
    if (!tx) return;
    // Another tab may have read further.
    const before = (await tx.store.get(roomId)) ?? 0;
    await Promise.all([seq > before ? tx.store.put(seq, roomId) : undefined, tx.done]);
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

/** @param makeWay called when a tab of a newer version waits for this one to let go */
async function openDatabase(makeWay: () => void): Promise<IDBPDatabase<CacheSchema>> {
  return openDB<CacheSchema>(cacheName, cacheVersion, {
    upgrade(db) {
      for (const name of db.objectStoreNames) db.deleteObjectStore(name);
      db.createObjectStore('rooms', { keyPath: 'roomId' });
      db.createObjectStore('messages', { keyPath: ['roomId', 'seq'] });
      db.createObjectStore('users', { keyPath: 'userId' });
      db.createObjectStore('outbox', { keyPath: 'clientMsgId' });
      for (const name of ['seen', 'keepsakes'] as const) db.createObjectStore(name);
    },
    blocking: makeWay,
  });
}
