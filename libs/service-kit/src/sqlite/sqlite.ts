import { chmodSync, existsSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { DataSource, type EntitySchema, type MigrationInterface } from 'typeorm';
import { migrate, refuseUnlessOurs } from './migrations.sqlite';
import { makeDataFolder } from '../owned-files/data-folder.files';
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
 * One database with two interfaces to one connection: TypeORM for schema, migrations and rare reads, and the driver's
 * prepared statements for writes and frequent reads. Never call TypeORM's `transaction()`: it stays open across awaits, and
 * other writes would become part of it. Every write goes through GroupCommit.
 */
export interface Database {
  readonly dataSource: DataSource;
  readonly sqlite: Sqlite;
  /** Bytes on disk, including the write-ahead log. */
  bytes(): number;
  /**
   * Writes one row. Returns why the write failed; `undefined` if it succeeded.
   *
   * @throws if commits are not synced to disk before they return
   */
  writeTrouble(): WriteTrouble | undefined;
  close(): Promise<void>;
}

/** The value of `synchronous` for FULL: an fsync before every commit returns. */
const full = 2;

/**
 * Opens, secures and migrates a file. Migrations run in one transaction: if one fails the file is unchanged.
 *
 * A full disk does not prevent opening a file of this version, so that its data can be read.
 *
 * @throws {StartRefusal} if the folder is not writable, the file was lost or damaged, a migration fails, or it is from a later version
 */
export async function openDatabase({ file, entities, migrations }: DatabaseOptions): Promise<Database> {
  if (file !== ':memory:') {
    makeDataFolder(dirname(file));
    refuseUnlessOurs(file, migrations);
  }
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: file,
    driver: BetterSqlite3,
    entities: [...entities],
    migrations: [...migrations],
    synchronize: false,
    // A silent logger: others write failed migrations to stdout, where our log is.
    logger: 'debug',
    prepareDatabase: (sqlite: Sqlite) => {
      sqlite.pragma('journal_mode = WAL');
      // better-sqlite3 opens WAL files at NORMAL, which loses acknowledged commits when the power fails.
      sqlite.pragma('synchronous = FULL');
      // Overwrites erased data instead of only unlinking it, so that a stolen file does not reveal erased messages.
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

/** Reads the pragma after a write: before the first write it returns the requested value, not the effective one. */
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
