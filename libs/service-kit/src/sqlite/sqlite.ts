import { chmodSync, existsSync, mkdirSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { migrate, refuseUnlessOurs } from './migrations.sqlite';
import { wasMade } from '../owned-files/missing-files';
import { writeTroubleIn, type WriteTrouble } from './write-trouble';

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
  /**
   * Writes one row. Returns why the disk did not take it; nothing where it did.
   *
   * @throws where a commit is not on the disk when it returns
   */
  writeTrouble(): WriteTrouble | undefined;
  close(): Promise<void>;
}

/** `synchronous` as SQLite counts: 2 is FULL, an fsync before every commit returns. */
const full = 2;

/**
 * Opens, secures and migrates a file. Migrations run in one transaction: when one fails the file is as it was.
 *
 * A full disk does not keep a file of this version from being opened, so that what is in it can be read.
 *
 * @throws {StartRefusal} where the file was lost or damaged, a migration fails, or it is from a later version
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
    writeTrouble(sqlite);
    if (file !== ':memory:') {
      for (const path of ['', '-wal', '-shm'].map((suffix) => file + suffix))
        if (existsSync(path)) chmodSync(path, 0o600);
      wasMade(dirname(file), basename(file));
    }
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
  return {
    dataSource,
    sqlite,
    bytes: () => bytesOf(file) + bytesOf(`${file}-wal`),
    writeTrouble: () => writeTrouble(sqlite),
    close: () => dataSource.destroy(),
  };
}

const bytesOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

/** Asks the pragma after a write, because before the first one it tells what was asked for, not what is so. */
function writeTrouble(sqlite: Sqlite): WriteTrouble | undefined {
  try {
    sqlite.exec(
      'CREATE TABLE IF NOT EXISTS durable (at INTEGER); DELETE FROM durable; INSERT INTO durable VALUES (unixepoch())',
    );
  } catch (error) {
    const trouble = writeTroubleIn(error);
    if (trouble === undefined) throw error;
    return trouble;
  }
  const synchronous = sqlite.pragma('synchronous', { simple: true });
  if (synchronous !== full)
    throw new Error(`synchronous is ${String(synchronous)}, so a power cut would lose messages`);
  return undefined;
}
