import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { migrate, refuseUnlessOurs } from './migrations.sqlite';

export type Sqlite = BetterSqlite3.Database;

export interface DatabaseOptions {
  /** A path, or `:memory:`. */
  readonly file: string;
  readonly entities: readonly (EntitySchema | (new () => object))[];
  readonly migrations: readonly (new () => MigrationInterface)[];
}

/**
 * One file through two doors that share one connection: TypeORM for schema, migrations and cold reads, and the driver's
 * own prepared statements for writes and hot reads. Nothing may call TypeORM's `transaction()`: it stays open across
 * awaits, and a write of somebody else would slip into it. Every write goes through GroupCommit.
 */
export interface Database {
  readonly dataSource: DataSource;
  readonly sqlite: Sqlite;
  /** What it takes of the disk now, the write-ahead log included. */
  bytes(): number;
  close(): Promise<void>;
}

/** `synchronous` as SQLite counts: 2 is FULL, an fsync before every commit returns. */
const full = 2;

/**
 * Opens, secures and migrates a file. Migrations run in one transaction: when one fails the file is as it was.
 *
 * @throws {StartRefusal} where a migration fails, or the file is from a later version
 */
export async function openDatabase({ file, entities, migrations }: DatabaseOptions): Promise<Database> {
  if (file !== ':memory:') {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    refuseUnlessOurs(file, migrations);
  }
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: file,
    driver: BetterSqlite3,
    entities: [...entities],
    migrations: [...migrations],
    synchronize: false,
    // One that keeps quiet: it says on stdout, where our log is, that a migration failed.
    logger: 'debug',
    prepareDatabase: (sqlite: Sqlite) => {
      sqlite.pragma('journal_mode = WAL');
      // better-sqlite3 opens WAL files at NORMAL, which loses acknowledged commits when the power fails.
      sqlite.pragma('synchronous = FULL');
      // What is erased is overwritten, not only unlinked: an erased message must not be found in a stolen file.
      sqlite.pragma('secure_delete = ON');
    },
  });
  await dataSource.initialize();
  const sqlite = (dataSource.driver as unknown as { databaseConnection: Sqlite }).databaseConnection;
  try {
    await migrate(dataSource, file);
    assertDurable(sqlite);
    if (file !== ':memory:') for (const suffix of ['', '-wal', '-shm']) chmodSync(file + suffix, 0o600);
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return { dataSource, sqlite, bytes: () => bytesOf(file) + bytesOf(`${file}-wal`), close: () => dataSource.destroy() };
}

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Asked after a write, because before the first one the pragma tells what was asked for, not what is so. */
function assertDurable(sqlite: Sqlite): void {
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS durable (at INTEGER); DELETE FROM durable; INSERT INTO durable VALUES (unixepoch())',
  );
  const synchronous = sqlite.pragma('synchronous', { simple: true });
  if (synchronous !== full)
    throw new Error(`synchronous is ${String(synchronous)}, so a power cut would lose messages`);
}
