import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { accepted } from '@devchitchat/contracts';
import { EventLog1763600000000 } from '../event-log/event-log.migration';
import { EventLog } from '../event-log/event-log';
import { GroupCommit, type Transaction } from '../event-log/group-commit';
import { silentLogger } from '../process/logger';
import { openDatabase, type Database } from './sqlite';
import { StorageWatch } from './storage-watch';
import { note, NotesProjection, NotesTable1763600000001 } from '../testing/notes';
import { temporaryFolder } from '../testing/temporary-folder';

const migrations = [EventLog1763600000000, NotesTable1763600000001];
const awaited = { actor: null, trace: 't'.repeat(16), address: '', isAwaited: () => true } as never;

let folder: ReturnType<typeof temporaryFolder>;
let database: Database;
beforeEach(async () => {
  folder = temporaryFolder();
  database = await openDatabase({ file: join(folder.path, 'a.sqlite'), entities: [], migrations });
});
afterEach(async () => {
  await database.close();
  folder[Symbol.dispose]();
});

it('the disk is reported as full from the first failed write to the first one that fits again', async () => {
  const { sqlite } = database;
  const log = new EventLog(sqlite, [new NotesProjection(sqlite)]);
  const watch = new StorageWatch({ database, folder: folder.path });
  const groupCommit = new GroupCommit({
    sqlite,
    log,
    logger: silentLogger,
    publish: () => {},
    onWriteTrouble: watch.failed,
  });
  const append = (transaction: Transaction) =>
    accepted(transaction.append(note('attic', 9, 'x'.repeat(50_000))).eventId);
  expect(watch.health()).toEqual({ state: 'ok' });

  // So that the probe too needs a new page in the file.
  sqlite.exec('DROP TABLE durable; VACUUM');
  sqlite.pragma(`max_page_count = ${Number(sqlite.pragma('page_count', { simple: true }))}`);
  expect(await groupCommit.run(awaited, append)).toMatchObject({
    ok: false,
    error: { code: 'unavailable', message: expect.stringContaining('server’s disk is full') as string },
  });
  expect(watch.look()).toMatchObject({ state: 'full' });
  expect(watch.health()).toMatchObject({ state: 'degraded', reason: expect.stringContaining('full') as string });
  expect(log.head()).toBe(0);

  sqlite.pragma('max_page_count = 1000000');
  expect(watch.health()).toEqual({ state: 'ok' });
  expect(await groupCommit.run(awaited, append)).toEqual(accepted(1));
});

/** Opens the database left by a crash, in a process whose files are limited to `bytes`. */
function openWithin(bytes: number): unknown {
  const crashed = join(folder.path, 'crashed');
  mkdirSync(crashed);
  for (const suffix of ['', '-wal', '-shm']) {
    copyFileSync(join(folder.path, `a.sqlite${suffix}`), join(crashed, `a.sqlite${suffix}`));
  }
  const from = (path: string) => JSON.stringify(join(import.meta.dirname, '..', path));
  const script = `
    import { openDatabase } from ${from('sqlite/sqlite.ts')};
    import { silentLogger } from ${from('process/logger.ts')};
    import { EventLog1763600000000 } from ${from('event-log/event-log.migration.ts')};
    import { ErasedTexts } from ${from('event-log/erased-texts.sweeper.ts')};
    import { NotesTable1763600000001 } from ${from('testing/notes.ts')};
    const migrations = [EventLog1763600000000, NotesTable1763600000001];
    const database = await openDatabase({ file: ${JSON.stringify(join(crashed, 'a.sqlite'))}, entities: [], migrations });
    const trouble = database.writeTrouble();
    new ErasedTexts(database.sqlite, silentLogger).onApplicationBootstrap();
    const rows = database.sqlite.prepare('SELECT count(*) FROM notes').pluck().get();
    const busyTimeout = database.sqlite.pragma('busy_timeout', { simple: true });
    process.stdout.write(JSON.stringify({ rows, trouble, busyTimeout }));
  `;
  // A limit on file size acts like a full disk, and any user may set one: POSIX counts blocks of 512 bytes.
  const command = `ulimit -f ${Math.floor(bytes / 512)} && exec "$0" --import tsx --input-type=module --eval "$1"`;
  const environment = { ...process.env, NODE_OPTIONS: '' };
  const output = execFileSync('sh', ['-c', command, process.execPath, script], { encoding: 'utf8', env: environment });
  return JSON.parse(output);
}

describe('a database opens for reading where the disk takes nothing more', () => {
  beforeEach(() => {
    const add = database.sqlite.prepare("INSERT INTO notes VALUES (?, 'kitchen' || hex(zeroblob(500)), 1)");
    for (let i = 0; i < 100; i++) add.run(i);
  });

  it('for its log of changes', () => {
    const bytes = statSync(join(folder.path, 'a.sqlite-wal')).size;
    expect(openWithin(bytes)).toMatchObject({ rows: 100, trouble: 'failing' });
  });

  it('nor for the file itself, so that the log cannot be emptied into it', () => {
    expect(openWithin(40 * 1024)).toEqual({ rows: 100, trouble: 'failing', busyTimeout: 5_000 });
  });
});
