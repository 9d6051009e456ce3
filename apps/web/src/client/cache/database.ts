import { computed, signal } from '@angular/core';
import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import { Subject } from 'rxjs';
import type { CacheSchema } from './schema';
import { settled, within, type Outcome } from './settle';
import { abort, openDatabase } from './upgrade';

/** Milliseconds after which the page stops waiting for its disk. */
export interface Timeouts {
  readonly openMs: number;
  readonly callMs: number;
  /** For the files of a message. */
  readonly largeMs: number;
}

type Database = IDBPDatabase<CacheSchema>;
type Mutable<T extends readonly unknown[]> = [...T];

/**
 * The connection to IndexedDB, which may be absent, throw on any call, or never answer. Reads and writes never reject
 * and never exceed their timeout: a failed read returns its fallback, a failed write resolves to `false`, and `keeps`
 * becomes false.
 */
export class CacheDatabase {
  private db: Database | null = null;
  /** Calls that exceeded their timeout and may still be answered. Later calls do not wait until one of them is. */
  private readonly overdue = new Set<Promise<unknown>>();
  private isClosed = false;

  private readonly hasFailed = signal(false);
  private readonly isLate = signal(false);
  /** False when this browser does not persist writes: they are lost with the page. */
  readonly keeps = computed(() => !this.hasFailed() && !this.isLate());
  private readonly heardRecoveries = new Subject<void>();
  /** The browser answered a late call. Data that was read as empty before may exist. */
  readonly recoveries = this.heardRecoveries.asObservable();

  private constructor(private readonly timeouts: Timeouts) {}

  static async open(timeouts: Timeouts): Promise<CacheDatabase> {
    const database = new CacheDatabase(timeouts);
    await database.connect();
    return database;
  }

  /**
   * @param otherwise the result if the browser does not answer in time
   */
  async read<T>(otherwise: T, work: (db: Database) => Promise<T>): Promise<T> {
    const { db } = this;
    const outcome = db && (await this.inTime(() => work(db)));
    return outcome?.ok ? outcome.value : otherwise;
  }

  /** Like `read`, for megabytes. Is not `ok` if the browser does not answer: the data may exist all the same. */
  async readLarge<T>(work: (db: Database) => Promise<T>): Promise<Outcome<T>> {
    const { db } = this;
    if (!db) return { ok: false };
    const outcome = settled(() => work(db));
    return (await within(this.timeouts.largeMs, outcome)) ? outcome : { ok: false };
  }

  /** Writes everything or nothing. Resolves to whether the data is stored. */
  async write<const Names extends readonly StoreNames<CacheSchema>[]>(
    names: Names,
    work: (tx: IDBPTransaction<CacheSchema, Mutable<Names>, 'readwrite'>) => Promise<unknown>,
  ): Promise<boolean> {
    const { db } = this;
    if (!db) return false;
    const outcome = await this.inTime(() => transact(db, names, work));
    return outcome?.ok ?? false;
  }

  /** Like `write`, for megabytes: that they take long, or find no space, tells nothing about other writes. */
  async writeLarge<const Names extends readonly StoreNames<CacheSchema>[]>(
    names: Names,
    work: (tx: IDBPTransaction<CacheSchema, Mutable<Names>, 'readwrite'>) => Promise<unknown>,
  ): Promise<boolean> {
    const { db } = this;
    if (!db) return false;
    const outcome = settled(() => transact(db, names, work));
    return (await within(this.timeouts.largeMs, outcome)) && (await outcome).ok;
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
    const isInTime = await within(this.timeouts.openMs, opening);
    if (isInTime && !wasLost) return;
    this.isLate.set(true);
    void opening.then(() => {
      if (this.db) this.recover();
    });
  }

  /** Returns `null` on timeout. */
  private async inTime<T>(work: () => Promise<T>): Promise<Outcome<T> | null> {
    const outcome = settled(work);
    const isInTime = await within(this.overdue.size > 0 ? 0 : this.timeouts.callMs, outcome);
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

/** Commits everything that `work` writes, or rejects and commits nothing. */
async function transact<const Names extends readonly StoreNames<CacheSchema>[]>(
  db: Database,
  names: Names,
  work: (tx: IDBPTransaction<CacheSchema, Mutable<Names>, 'readwrite'>) => Promise<unknown>,
): Promise<void> {
  const tx = db.transaction([...names] as unknown as Mutable<Names>, 'readwrite');
  tx.done.catch(() => undefined);
  try {
    await work(tx);
  } catch (error) {
    abort(tx);
    throw error;
  }
  await tx.done;
}
