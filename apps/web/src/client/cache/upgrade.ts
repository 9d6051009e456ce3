import type { RoomId, User, UserId } from '@devchitchat/contracts';
import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { draftKey, isWorthKeeping, type Draft } from '../unsent/draft-policy';
import type { OutboxEntry } from '../unsent/outbox-policy';
import { cacheName, cacheVersion, copies, keyValueStore, type CacheSchema } from './schema';

interface Callbacks {
  /** Asks to close the connection, because a tab of a newer version waits for that. */
  readonly makeWay: () => void;
  /** The browser closed the connection, for example because its data was cleared. */
  readonly lost: () => void;
}

export async function openDatabase({ makeWay, lost }: Callbacks): Promise<IDBPDatabase<CacheSchema>> {
  return openDB<CacheSchema>(cacheName, cacheVersion, {
    upgrade(db, before, _now, tx) {
      tx.done.catch(() => undefined);
      void carryOver(db, before, tx).catch(() => abort(tx));
    },
    blocking: makeWay,
    terminated: lost,
  });
}

/** Rolls back the writes before a fault. */
export function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // The transaction has already ended.
  }
}

type Upgrade = IDBPTransaction<CacheSchema, StoreNames<CacheSchema>[], 'versionchange'>;

/** Recreates the copies, and converts drafts and outbox, which exist only here. */
async function carryOver(db: IDBPDatabase<CacheSchema>, before: number, tx: Upgrade): Promise<void> {
  const exists = (name: StoreNames<CacheSchema>): boolean => db.objectStoreNames.contains(name);
  const me =
    before > 0 && exists(keyValueStore) ? ((await tx.objectStore(keyValueStore).get('me')) as User) : undefined;
  for (const name of copies) if (exists(name)) db.deleteObjectStore(name);
  db.createObjectStore('rooms', { keyPath: 'roomId' });
  db.createObjectStore('messages', { keyPath: ['roomId', 'seq'] });
  db.createObjectStore('users', { keyPath: 'userId' });
  for (const name of ['markMoves', keyValueStore] as const) db.createObjectStore(name);
  if (exists('drafts')) await giveOwners(tx, me?.userId);
  else db.createObjectStore('drafts');
  if (exists('outbox')) await nameKinds(tx);
  else db.createObjectStore('outbox', { keyPath: 'clientMsgId' });
  if (!exists('files')) db.createObjectStore('files', { keyPath: 'clientFileId' });
}

/** Until version 6 a draft was a text under its room's id and belonged to the signed-in user. */
async function giveOwners(tx: Upgrade, userId: UserId | undefined): Promise<void> {
  const store = tx.objectStore('drafts');
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  for (const [i, key] of keys.entries()) {
    const text: unknown = values[i];
    if (typeof text !== 'string') continue;
    await store.delete(key);
    const draft: Draft | null = userId
      ? { userId, roomId: key as RoomId, edits: null, text, replyTo: null, isOpen: false, isTouched: true }
      : null;
    if (draft && isWorthKeeping(draft)) await store.put(draft, draftKey(draft));
  }
}

/** Version 1 stored only messages in the outbox, without a `kind`. */
async function nameKinds(tx: Upgrade): Promise<void> {
  const outbox = tx.objectStore('outbox');
  const entries: readonly Partial<OutboxEntry>[] = await outbox.getAll();
  await Promise.all(entries.map((entry) => outbox.put({ kind: 'send', ...entry } as OutboxEntry)));
}
