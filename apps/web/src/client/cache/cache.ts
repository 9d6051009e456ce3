import { computed, signal } from '@angular/core';
import type { ClientMsgId, Message, RoomId, User, UserId } from '@devchitchat/contracts';
import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { Subject } from 'rxjs';
import { draftKey, isWorthKeeping, type Draft } from '../unsent/draft-policy';
import { inOrder, type OutboxEntry } from '../unsent/outbox-policy';
import type { MarkMove } from '../unsent/mark-moves';
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

/** Milliseconds after which the page goes on without an answer of its own disk. */
interface Patience {
  readonly openMs: number;
  readonly callMs: number;
}

const usualPatience: Patience = { openMs: 3_000, callMs: 2_000 };

type Database = IDBPDatabase<CacheSchema>;

/** The stores that are no copy of anything. */
const originals = ['outbox', 'drafts'] as const;
const copies = storeNames.filter((name) => !(originals as readonly string[]).includes(name));

/**
 * What this browser keeps, so that it opens without a network and loses nothing that was typed. All of it is a copy, except
 * the outbox and the drafts.
 *
 * A browser's storage may be absent, throw on any call, or never answer. No method here rejects, and none takes longer than
 * its patience: what cannot be read is empty, what cannot be written is reported with `false`, and `keeps` says so.
 */
export class Cache {
  private db: Database | null = null;
  /** Calls that took too long and may still be answered. Until one is, nobody waits for the next. */
  private readonly overdue = new Set<Promise<unknown>>();
  private isClosed = false;

  private readonly hasFailed = signal(false);
  private readonly isLate = signal(false);
  /** False when this browser does not keep what it is given: the next page will not know it. */
  readonly keeps = computed(() => !this.hasFailed() && !this.isLate());
  private readonly heardRecoveries = new Subject<void>();
  /** The browser answered after all. What was read as empty before may be there. */
  readonly recoveries = this.heardRecoveries.asObservable();

  private constructor(private readonly patience: Patience) {}

  static async open(patience = usualPatience): Promise<Cache> {
    const cache = new Cache(patience);
    await cache.connect();
    return cache;
  }

  async rooms(): Promise<readonly CachedRoom[]> {
    return this.read<readonly CachedRoom[]>([], (db) => db.getAll('rooms'));
  }

  /** The kept messages of a room, oldest first. */
  async messages(roomId: RoomId): Promise<readonly Message[]> {
    return this.read<readonly Message[]>([], (db) => db.getAll('messages', allOf(roomId)));
  }

  /**
   * A room, the messages that are new in it and what became of those kept before, together, so that its head never claims
   * what is not there.
   */
  saveRoom(room: CachedRoom, messages: readonly Message[], revisions: readonly Revision[] = []): Promise<boolean> {
    return this.write(['rooms', 'messages'], async (tx) => {
      const { roomId, headSeq } = room;
      const store = tx.objectStore('messages');
      for (const { seq, revise } of revisions) {
        const message = await store.get([roomId, seq]);
        if (message) await store.put(revise(message));
      }
      const outdated = IDBKeyRange.bound([roomId, 0], [roomId, Math.max(0, headSeq - messagesKept)]);
      await together(
        () => tx.objectStore('rooms').put(room),
        ...messages.map((message) => () => store.put(message)),
        () => store.delete(outdated),
      );
    });
  }

  forgetRoom(roomId: RoomId): Promise<boolean> {
    return this.write(['rooms', 'messages', 'markMoves'], (tx) =>
      together(
        () => tx.objectStore('rooms').delete(roomId),
        () => tx.objectStore('messages').delete(allOf(roomId)),
        () => tx.objectStore('markMoves').delete(roomId),
      ),
    );
  }

  /** Everything kept of rooms is from another log: forgets it, and keeps which log comes now. */
  beginEpoch(epoch: string): Promise<boolean> {
    return this.write(['rooms', 'messages', 'markMoves', 'keepsakes'], (tx) =>
      together(
        () => tx.objectStore('rooms').clear(),
        () => tx.objectStore('messages').clear(),
        () => tx.objectStore('markMoves').clear(),
        () => tx.objectStore('keepsakes').put(epoch, 'epoch'),
      ),
    );
  }

  users(): Promise<readonly User[]> {
    return this.read<readonly User[]>([], (db) => db.getAll('users'));
  }

  saveUsers(users: readonly User[]): Promise<boolean> {
    return this.write(['users'], (tx) => together(...users.map((user) => () => tx.objectStore('users').put(user))));
  }

  /** Moves of one's read marks that the server does not know of yet. */
  markMoves(): Promise<ReadonlyMap<RoomId, MarkMove>> {
    return this.read(new Map<RoomId, MarkMove>(), async (db) => {
      const { store } = db.transaction('markMoves');
      const [rooms, moves] = await together(
        () => store.getAllKeys(),
        () => store.getAll(),
      );
      return new Map(rooms.flatMap((roomId, i) => (moves[i] ? [[roomId, moves[i]] as const] : [])));
    });
  }

  saveMarkMove(roomId: RoomId, move: MarkMove): Promise<boolean> {
    return this.write(['markMoves'], (tx) => tx.objectStore('markMoves').put(move, roomId));
  }

  removeMarkMove(roomId: RoomId): Promise<boolean> {
    return this.write(['markMoves'], (tx) => tx.objectStore('markMoves').delete(roomId));
  }

  /** What was begun and not sent, by everybody who ever sat here; `null` where the browser does not say. */
  drafts(): Promise<readonly Draft[] | null> {
    return this.read<readonly Draft[] | null>(null, (db) => db.getAll('drafts'));
  }

  saveDraft(draft: Draft): Promise<boolean> {
    return this.write(['drafts'], (tx) => tx.objectStore('drafts').put(draft, draftKey(draft)));
  }

  /** Removes a draft, unless another tab has written something else there meanwhile: its text is none of `texts`. */
  removeDraft(key: string, texts: readonly string[]): Promise<boolean> {
    return this.write(['drafts'], async (tx) => {
      const store = tx.objectStore('drafts');
      const draft = await store.get(key);
      if (draft && texts.includes(draft.text)) await store.delete(key);
    });
  }

  /** What is to be sent, by everybody who ever sat here; `null` where the browser does not say. */
  async outbox(): Promise<readonly OutboxEntry[] | null> {
    const entries = await this.read<readonly OutboxEntry[] | null>(null, (db) => db.getAll('outbox'));
    return entries && inOrder(entries);
  }

  saveOutboxEntry(entry: OutboxEntry): Promise<boolean> {
    return this.write(['outbox'], (tx) => tx.objectStore('outbox').put(entry));
  }

  removeOutboxEntry(clientMsgId: ClientMsgId): Promise<boolean> {
    return this.write(['outbox'], (tx) => tx.objectStore('outbox').delete(clientMsgId));
  }

  keepsake<Name extends keyof Keepsakes>(name: Name): Promise<Keepsakes[Name] | undefined> {
    return this.read<Keepsakes[Name] | undefined>(
      undefined,
      async (db) => (await db.get('keepsakes', name)) as Keepsakes[Name] | undefined,
    );
  }

  keep<Name extends keyof Keepsakes>(name: Name, value: Keepsakes[Name]): Promise<boolean> {
    return this.write(['keepsakes'], (tx) => tx.objectStore('keepsakes').put(value, name));
  }

  /** A session ended: forgets everything but what people here still want to say. */
  clear(): Promise<boolean> {
    return this.write(copies, (tx) => together(...copies.map((name) => () => tx.objectStore(name).clear())));
  }

  /** Somebody signed out: forgets also what they still wanted to say, and nothing of what others did. */
  async forget(userId: UserId): Promise<boolean> {
    const isCleared = await this.clear();
    const isForgotten = await this.write(originals, async (tx) => {
      const [outbox, drafts] = [tx.objectStore('outbox'), tx.objectStore('drafts')];
      const [entries, begun] = await together(
        () => outbox.getAll(),
        () => drafts.getAll(),
      );
      const isTheirs = (words: { readonly userId: UserId }): boolean => words.userId === userId;
      await together(
        ...entries.filter(isTheirs).map(
          ({ clientMsgId }) =>
            () =>
              outbox.delete(clientMsgId),
        ),
        ...begun.filter(isTheirs).map((draft) => () => drafts.delete(draftKey(draft))),
      );
    });
    return isCleared && isForgotten;
  }

  close(): void {
    this.isClosed = true;
    this.hasFailed.set(true);
    this.db?.close();
    this.db = null;
  }

  private async connect(): Promise<void> {
    const opening = settled(async () =>
      openDatabase({
        // A tab of a newer version waits for this one to let go.
        makeWay: () => this.close(),
        lost: () => {
          this.db = null;
          this.isLate.set(true);
          if (!this.isClosed) void this.connect();
        },
      }),
    ).then((outcome) => {
      if (outcome.ok && this.isClosed) outcome.value.close();
      else if (outcome.ok) this.db = outcome.value;
      else this.hasFailed.set(true);
    });
    const wasLost = this.isLate();
    const isInTime = await within(this.patience.openMs, opening);
    if (isInTime && !wasLost) return;
    this.isLate.set(true);
    void opening.then(() => {
      if (this.db) this.recover();
    });
  }

  /** @param otherwise what is given where the browser does not answer, or not in time */
  private async read<T>(otherwise: T, work: (db: Database) => Promise<T>): Promise<T> {
    const { db } = this;
    const outcome = db && (await this.inTime(() => work(db)));
    return outcome?.ok ? outcome.value : otherwise;
  }

  /** All of it or nothing. Resolves to whether it is kept. */
  private async write<const Names extends readonly StoreNames<CacheSchema>[]>(
    names: Names,
    work: (tx: IDBPTransaction<CacheSchema, Mutable<Names>, 'readwrite'>) => Promise<unknown>,
  ): Promise<boolean> {
    const { db } = this;
    if (!db) return false;
    const outcome = await this.inTime(async () => {
      const tx = db.transaction([...names] as unknown as Mutable<Names>, 'readwrite');
      tx.done.catch(() => undefined);
      try {
        await work(tx);
      } catch (error) {
        abort(tx);
        throw error;
      }
      await tx.done;
    });
    return outcome?.ok ?? false;
  }

  /** `null` where it takes too long. */
  private async inTime<T>(work: () => Promise<T>): Promise<Outcome<T> | null> {
    const outcome = settled(work);
    const isInTime = await within(this.overdue.size > 0 ? 0 : this.patience.callMs, outcome);
    if (!isInTime) this.await(outcome);
    else if (!(await outcome).ok) this.hasFailed.set(true);
    return isInTime ? outcome : null;
  }

  private await(outcome: Promise<Outcome<unknown>>): void {
    this.isLate.set(true);
    this.overdue.add(outcome);
    void outcome.then(({ ok }) => {
      this.overdue.delete(outcome);
      if (!ok) this.hasFailed.set(true);
      if (this.overdue.size === 0) this.recover();
    });
  }

  private recover(): void {
    this.isLate.set(false);
    this.heardRecoveries.next();
  }
}

type Mutable<T extends readonly unknown[]> = [...T];
type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false };

/** What becomes of it, as a value: also where it throws before it promises anything. */
async function settled<T>(work: () => Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch {
    return { ok: false };
  }
}

/** Whether it settles within this time. */
async function within(ms: number, promise: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  const isInTime = await Promise.race([promise.then(() => true), late]);
  clearTimeout(timer);
  return isInTime;
}

/**
 * Starts all of it, and waits for it. Where one throws at once, the others are waited for all the same: a request that nobody
 * waits for would be an unhandled rejection when its transaction is aborted.
 */
const together = <Work extends readonly (() => Promise<unknown>)[]>(
  ...work: Work
): Promise<{ -readonly [Each in keyof Work]: Awaited<ReturnType<Work[Each]>> }> =>
  Promise.all(work.map(async (each) => each())) as Promise<{
    -readonly [Each in keyof Work]: Awaited<ReturnType<Work[Each]>>;
  }>;

/** What was written before the fault is taken back. */
function abort(tx: { abort(): void }): void {
  try {
    tx.abort();
  } catch {
    // It is over already.
  }
}

const allOf = (roomId: RoomId): IDBKeyRange => IDBKeyRange.bound([roomId, 0], [roomId, Infinity]);

interface Callbacks {
  readonly makeWay: () => void;
  /** The browser closed the connection, as when its data is cleared. */
  readonly lost: () => void;
}

async function openDatabase({ makeWay, lost }: Callbacks): Promise<Database> {
  return openDB<CacheSchema>(cacheName, cacheVersion, {
    upgrade(db, before, _now, tx) {
      tx.done.catch(() => undefined);
      void carryOver(db, before, tx).catch(() => abort(tx));
    },
    blocking: makeWay,
    terminated: lost,
  });
}

type Upgrade = IDBPTransaction<CacheSchema, StoreNames<CacheSchema>[], 'versionchange'>;

/** Makes the stores anew, and brings what is no copy of anything into today's form. */
async function carryOver(db: Database, before: number, tx: Upgrade): Promise<void> {
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

/** The first version knew of nothing but messages that could wait, and did not say so. */
async function nameKinds(tx: Upgrade): Promise<void> {
  const outbox = tx.objectStore('outbox');
  const entries: readonly Partial<OutboxEntry>[] = await outbox.getAll();
  await Promise.all(entries.map((entry) => outbox.put({ kind: 'send', ...entry } as OutboxEntry)));
}
