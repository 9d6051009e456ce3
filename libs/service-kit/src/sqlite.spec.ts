import { statSync } from 'node:fs';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { openDatabase } from './sqlite';
import { NotesTable1763600000001 } from './testing/notes';
import { temporaryFolder } from './testing/temporary-folder';

class Broken1763600000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notes');
    await runner.query('this is no SQL');
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

  it('is as it was when a migration fails', async () => {
    using folder = temporaryFolder();
    const file = `${folder.path}/a.sqlite`;
    const before = await openDatabase({ file, entities: [], migrations: [NotesTable1763600000001] });
    before.sqlite.exec("INSERT INTO notes VALUES (1, 'kitchen', 1)");
    await before.close();

    const migrations = [NotesTable1763600000001, Broken1763600000002];
    await expect(openDatabase({ file, entities: [], migrations })).rejects.toThrow(/syntax error/);

    const after = await openDatabase({ file, entities: [], migrations: [NotesTable1763600000001] });
    expect(after.sqlite.prepare('SELECT * FROM notes').all()).toHaveLength(1);
    await after.close();
  });
});
