import type { RoomId, User, UserId } from '@devchitchat/contracts';
import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { draftKey, isWorthKeeping, type Draft } from '../unsent/draft-policy';
import type { OutboxEntry } from '../unsent/outbox-policy';
import { cacheName, cacheVersion, copies, type CacheSchema } from './schema';

interface Callbacks {
  /** A tab of a newer version waits for this one to close its connection. */
  readonly makeWay: () => void;
  /** The browser closed the connection, as when its data is cleared. */
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

/** Rolls back what was written before a fault. */
export function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It has ended already.
  }
}

type Upgrade = IDBPTransaction<CacheSchema, StoreNames<CacheSchema>[], 'versionchange'>;

/** Creates the copies anew, and converts drafts and outbox, of which there is no other copy. */
async function carryOver(db: IDBPDatabase<CacheSchema>, before: number, tx: Upgrade): Promise<void> {
  const exists = (name: StoreNames<CacheSchema>): boolean => db.objectStoreNames.contains(name);
  const me = before > 0 && exists('keepsakes') ? ((await tx.objectStore('keepsakes').get('me')) as User) : undefined;
  for (const name of copies) if (exists(name)) db.deleteObjectStore(name);
  db.createObjectStore('rooms', { keyPath: 'roomId' });
  db.createObjectStore('messages', { keyPath: ['roomId', 'seq'] });
  db.createObjectStore('users', { keyPath: 'userId' });
  for (const name of ['markMoves', 'keepsakes'] as const) db.createObjectStore(name);
  if (exists('drafts')) await giveOwners(tx, me?.userId);
  else db.createObjectStore('drafts');
  if (exists('outbox')) await nameKinds(tx);
  else db.createObjectStore('outbox', { keyPath: 'clientMsgId' });
}

/** Until version 6 a draft was a text under the id of its room, and belonged to whoever was signed in. */
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

/** Version 1 had only messages in the outbox, without a `kind`. */
async function nameKinds(tx: Upgrade): Promise<void> {
  const outbox = tx.objectStore('outbox');
  const entries: readonly Partial<OutboxEntry>[] = await outbox.getAll();
  await Promise.all(entries.map((entry) => outbox.put({ kind: 'send', ...entry } as OutboxEntry)));
}
