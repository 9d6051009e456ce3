import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { StartRefusal } from '../process/start-refusal';
import { irreplaceable, mayMake, refuseIfLost } from './missing-files';
import { bringBack, sizeOfOwned } from './owned-text';

/** The first bytes of every SQLite file. */
const magic = 'SQLite format 3\0';
const headerBytes = 100;
const walHeaderBytes = 32;

/** Maximum bytes of a database whose pages are all checked before a start: about 2 ms per megabyte. */
const largestRead = 256 * 1024 * 1024;

/**
 * Checks a database and its write-ahead log without changing them. SQLite itself treats an empty file as a new database,
 * skips an unreadable write-ahead log, and detects other damage only when it reads the page.
 *
 * A truncated write-ahead log is not damage: power cuts cause it.
 *
 * @param known the names of this version's migrations
 * @throws {StartRefusal} naming the file, if it was lost or damaged, or a later version wrote it
 */
export function refuseUnlessWhole(file: string, known: ReadonlySet<string>): void {
  const [size, wal = 0, shm] = ['', '-wal', '-shm'].map((suffix) => sizeOfOwned(file + suffix));
  const [dataDir, name] = [dirname(file), basename(file)];
  if (size === undefined) {
    if (wal > 0) throw new StartRefusal(`${file} is missing, but ${name}-wal is there. ${bringBack}`);
    if (irreplaceable.includes(name)) refuseIfLost(dataDir, name);
    return;
  }
  if (size === 0) {
    if (mayMake(dataDir, name)) return;
    throw new StartRefusal(`${file} is empty. ${bringBack}`);
  }
  const damage = damageInHeader(file, size, wal > 0) ?? (wal > 0 ? damageInWal(`${file}-wal`, wal) : undefined);
  if (damage !== undefined) throw damaged(damage.file, damage.what);
  try {
    const migrations = read(file, size + wal <= largestRead, mayMake(dataDir, name));
    const unknown = migrations.find((migration) => !known.has(migration));
    if (unknown !== undefined) throw fromLaterVersion(name, unknown);
  } catch (error) {
    // A reader creates these files if they are missing, and does not delete them.
    if (wal === 0 && shm === undefined) for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
    throw error;
  }
}

interface Damage {
  readonly file: string;
  readonly what: string;
}

function damageInHeader(file: string, size: number, hasWal: boolean): Damage | undefined {
  const header = firstBytes(file, headerBytes);
  if (header.length < headerBytes) return { file, what: 'it was cut short' };
  if (header.toString('latin1', 0, magic.length) !== magic) return { file, what: 'it is no SQLite database' };
  const pageSize = header.readUInt16BE(16) === 1 ? 65_536 : header.readUInt16BE(16);
  const pages = header.readUInt32BE(28);
  // The length is known only without a write-ahead log, whose pages may not be in the file yet.
  const knowsItsLength = header.readUInt32BE(24) === header.readUInt32BE(92);
  return !hasWal && knowsItsLength && size < pages * pageSize ? { file, what: 'it was cut short' } : undefined;
}

function damageInWal(file: string, size: number): Damage | undefined {
  // A power cut can leave an incomplete header or zeros: then no write in the log was ever acknowledged.
  if (size < walHeaderBytes) return undefined;
  const bytes = firstBytes(file, 8_192);
  const isMagic = (bytes.readUInt32BE(0) & ~1) === 0x377f0682;
  if (isMagic && isChecksumRight(bytes)) return undefined;
  return bytes.every((byte) => byte === 0) ? undefined : { file, what: 'it is no write-ahead log' };
}

/** Checks the checksum of a write-ahead log's header by SQLite's algorithm. */
function isChecksumRight(wal: Buffer): boolean {
  const bigEndian = (wal.readUInt32BE(0) & 1) === 1;
  const word = (at: number) => (bigEndian ? wal.readUInt32BE(at) : wal.readUInt32LE(at));
  let [first, second] = [0, 0];
  for (let at = 0; at < 24; at += 8) {
    first = (first + word(at) + second) >>> 0;
    second = (second + word(at + 4) + first) >>> 0;
  }
  return wal.readUInt32BE(24) === first && wal.readUInt32BE(28) === second;
}

function firstBytes(file: string, length: number): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(length);
    return bytes.subarray(0, readSync(descriptor, bytes, 0, length, 0));
  } finally {
    closeSync(descriptor);
  }
}

function read(file: string, whole: boolean, isToBeMade: boolean): readonly string[] {
  const sqlite = new BetterSqlite3(file, { readonly: true });
  try {
    const tables = sqlite
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0")
      .pluck()
      .all();
    const isOurs = tables.includes('migrations');
    if (!isOurs && !isToBeMade) throw damaged(file, 'it is not a devchitchat database');
    // Table by table, because FTS5's own check reads every indexed text and does not detect damage.
    for (const table of whole ? tables : []) {
      const [result] = sqlite
        .prepare<[], string>(`PRAGMA quick_check("${table.replaceAll('"', '""')}")`)
        .pluck()
        .all();
      if (result !== 'ok') throw damaged(file, `its table ${table} is corrupt`);
    }
    return isOurs ? sqlite.prepare<[], string>('SELECT name FROM migrations').pluck().all() : [];
  } catch (error) {
    if (error instanceof StartRefusal || isPassing(error)) throw error;
    if (codeOf(error).startsWith('SQLITE_READONLY')) throw unwritable(dirname(file));
    throw damaged(file, error instanceof Error ? error.message : String(error));
  } finally {
    sqlite.close();
  }
}

const fromLaterVersion = (name: string, migration: string): StartRefusal =>
  new StartRefusal(
    `${name} was written by a later version of devchitchat: this one does not know its migration ${migration}. ` +
      'Nothing was changed. Start that version again, or restore a backup from before the upgrade.',
  );

const damaged = (file: string, what: string): StartRefusal =>
  new StartRefusal(`${file} is damaged: ${what}. ${bringBack}`);

/** SQLite creates files beside a database even to read it. */
const unwritable = (folder: string): StartRefusal =>
  new StartRefusal(
    `${folder} cannot be written. Nothing was changed. Give the folder to the user who runs devchitchat, on a disk that ` +
      'takes writes; then start again.',
  );

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code);

/** Whether an error is temporary: another process uses the file, or the disk is full or failing. */
function isPassing(error: unknown): boolean {
  const code = codeOf(error);
  return /^SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|CANTOPEN)/.test(code) && code !== 'SQLITE_IOERR_SHORT_READ';
}
