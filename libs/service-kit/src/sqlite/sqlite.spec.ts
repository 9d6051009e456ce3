import { mkdirSync, readFileSync, statSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openDatabase } from './sqlite';
import { NotesTable1763600000001 } from '../testing/notes';
import { temporaryFolder } from '../testing/temporary-folder';

class Added1763600000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE added (x)');
  }

  async down(): Promise<void> {}
}

class Broken1763600000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notes');
    await runner.query('this is no SQL');
  }

  async down(): Promise<void> {}
}

class TooLarge1763600000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('PRAGMA max_page_count = 1');
    await runner.query('CREATE TABLE large (x)');
  }

  async down(): Promise<void> {}
}

describe('a database file', () => {
  it('is flushed to disk before a commit returns', async () => {
    using folder = temporaryFolder();
    const database = await openDatabase({ file: `${folder.path}/a.sqlite`, entities: [], migrations: [] });
    database.sqlite.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)');
    expect(database.sqlite.pragma('synchronous', { simple: true })).toBe(2);
    expect(database.sqlite.pragma('journal_mode', { simple: true })).toBe('wal');
    await database.close();
  });

  it('is for its owner only', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/data/a.sqlite`;
    const database = await openDatabase({ file, entities: [], migrations: [] });
    for (const suffix of ['', '-wal', '-shm']) expect(statSync(file + suffix).mode & 0o777).toBe(0o600);
    await database.close();
  });

  it('is refused with a full disk if a migration does not fit', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/a.sqlite`;
    const refusal = openDatabase({ file, entities: [], migrations: [TooLarge1763600000004] });
    await expect(refusal).rejects.toThrow(
      /^The disk is full: a\.sqlite .* Nothing was changed\. Make room, then start again\.$/,
    );
  });

  it('is as it was when a migration fails', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/a.sqlite`;
    const before = await openDatabase({ file, entities: [], migrations: [NotesTable1763600000001] });
    before.sqlite.exec("INSERT INTO notes VALUES (1, 'kitchen', 1)");
    await before.close();

    const bytes = readFileSync(file);
    const migrations = [NotesTable1763600000001, Added1763600000002, Broken1763600000003];
    await expect(openDatabase({ file, entities: [], migrations })).rejects.toThrow(
      /^a\.sqlite could not be migrated to this version: the migration Broken1763600000003 failed \(.*syntax error.*\)\. Nothing was changed\./,
    );
    expect(readFileSync(file)).toEqual(bytes);

    const after = await openDatabase({ file, entities: [], migrations: [NotesTable1763600000001] });
    expect(after.sqlite.prepare('SELECT * FROM notes').all()).toHaveLength(1);
    await after.close();
  });

  it('is refused and left unchanged if it is from a later version', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/a.sqlite`;
    const later = [NotesTable1763600000001, Added1763600000002];
    await (await openDatabase({ file, entities: [], migrations: later })).close();
    const bytes = readFileSync(file);
    await expect(openDatabase({ file, entities: [], migrations: [NotesTable1763600000001] })).rejects.toThrow(
      /a\.sqlite was written by a later version .* migration Added1763600000002\. Nothing was changed\./,
    );
    expect(readFileSync(file)).toEqual(bytes);
  });

  it('beside a restore that was cut short is not opened', async () => {
    using folder = temporaryFolder();
    mkdirSync(`${folder.path}/restoring`);
    const opened = openDatabase({ file: `${folder.path}/a.sqlite`, entities: [], migrations: [] });
    await expect(opened).rejects.toThrow(/was interrupted\. Run it again/);
  });
});
