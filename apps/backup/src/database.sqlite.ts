import { rmSync } from 'node:fs';
import type { ServiceName } from '@devchitchat/contracts';
import BetterSqlite3 from 'better-sqlite3';
import type { DatabaseFacts } from './manifest';
import { OperatorError } from '@devchitchat/service-kit';

type Sqlite = BetterSqlite3.Database;

/** Maximum milliseconds to wait for a writer before the first read. */
const busyTimeoutMs = 10_000;

/** Pages copied per step: about as long as one command takes. */
const pagesAtOnce = 1_000;

/**
 * A snapshot of a database: a read transaction that stays open and blocks no writer. The write-ahead log grows until it is
 * closed.
 */
export class Snapshot implements Disposable {
  private readonly sqlite: Sqlite;

  constructor(file: string) {
    this.sqlite = new BetterSqlite3(file, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs });
    // BEGIN alone does not fix the snapshot; the first read does.
    this.sqlite.exec('BEGIN');
    this.sqlite.prepare('SELECT count(*) FROM sqlite_schema').get();
  }

  /** Copies the snapshot to a new file without a write-ahead log. */
  async copyTo(path: string): Promise<void> {
    await this.sqlite.backup(path, { progress: () => pagesAtOnce });
    const copy = new BetterSqlite3(path);
    copy.pragma('journal_mode = DELETE');
    copy.close();
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
  }

  [Symbol.dispose](): void {
    this.sqlite.close();
  }
}

const triggers = ['events_are_never_changed', 'events_are_never_removed'];

/**
 * Checks the integrity of a complete database.
 *
 * @throws {OperatorError} if it is damaged
 */
export function inspectDatabase(service: ServiceName, file: string): DatabaseFacts {
  const sqlite = new BetterSqlite3(file, { readonly: true, fileMustExist: true });
  try {
    const damage = [
      ...sqlite.prepare<[], string>('PRAGMA integrity_check').pluck().all(),
      ...sqlite.prepare<[], string>('PRAGMA foreign_key_check').pluck().all(),
    ].filter((line) => line !== 'ok');
    if (damage.length > 0) throw new OperatorError(`${service}.sqlite is damaged: ${damage[0]}.`);
    const schema = sqlite.prepare<[], string>('SELECT name FROM sqlite_schema').pluck().all();
    if (!triggers.every((trigger) => schema.includes(trigger))) {
      throw new OperatorError(`${service}.sqlite is damaged: the triggers that protect its events are missing.`);
    }
    return { service, ...logOf(sqlite), cursors: schema.includes('feed_cursors') ? cursorsOf(sqlite) : {} };
  } catch (error) {
    if (error instanceof OperatorError) throw error;
    throw new OperatorError(
      `${service}.sqlite cannot be read: ${error instanceof Error ? error.message : String(error)}.`,
    );
  } finally {
    sqlite.close();
  }
}

function logOf(sqlite: Sqlite): Pick<DatabaseFacts, 'events' | 'head'> {
  const [events = 0, head = 0] =
    sqlite.prepare<[], [number, number]>('SELECT count(*), coalesce(max(event_id), 0) FROM events').raw().get() ?? [];
  return { events, head };
}

const cursorsOf = (sqlite: Sqlite): DatabaseFacts['cursors'] =>
  Object.fromEntries(sqlite.prepare<[], [string, number]>('SELECT service, event_id FROM feed_cursors').raw().all());

/** Draws a new epoch, because the log diverges from here on. */
export function beginEpoch(file: string): void {
  const sqlite = new BetterSqlite3(file);
  const isNamed = sqlite.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'log_identity'").get() !== undefined;
  // A log from before epochs existed gets its first one at the next start.
  if (isNamed) sqlite.exec('UPDATE log_identity SET epoch = lower(hex(randomblob(8)))');
  sqlite.close();
}

/** Whether another process has the file open. */
export function isInUse(file: string): boolean {
  const sqlite = new BetterSqlite3(file, { fileMustExist: true, timeout: 0 });
  try {
    // The exclusive lock fails while any other process has the file open.
    sqlite.pragma('locking_mode = EXCLUSIVE');
    sqlite.exec('BEGIN EXCLUSIVE; ROLLBACK');
    return false;
  } catch (error) {
    if ((error as { code?: string }).code?.startsWith('SQLITE_BUSY')) return true;
    // The restore may be meant to replace a damaged file.
    return false;
  } finally {
    sqlite.close();
  }
}
