import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { serviceNames } from '@devchitchat/contracts';
import { openDatabase } from '../sqlite/sqlite';
import { isStartRefusal } from '../process/start-refusal';
import { NotesTable1763600000001 } from '../testing/notes';
import { SeededRandom } from '../testing/seeded-random';
import { temporaryFolder } from '../testing/temporary-folder';
import { asOrdinaryUser } from '../testing/ordinary-user';

const databases = serviceNames.map((name) => `${name}.sqlite`);
const migrations = [NotesTable1763600000001];
const random = new SeededRandom(9);

let folder: ReturnType<typeof temporaryFolder>;
let stopped: ReturnType<typeof temporaryFolder>;
let crashed: ReturnType<typeof temporaryFolder>;
beforeEach(() => (folder = temporaryFolder()));
afterEach(() => folder[Symbol.dispose]());

/**
 * Creates a system with a hundred rows in each database, once as after a clean stop and once as after a crash, with the
 * write-ahead log beside it.
 */
beforeAll(async () => {
  [stopped, crashed] = [temporaryFolder(), temporaryFolder()];
  for (const name of databases) {
    const database = await openDatabase({ file: join(stopped.path, name), entities: [], migrations });
    const add = database.sqlite.prepare('INSERT INTO notes VALUES (?, ?, 1)');
    for (let i = 0; i < 100; i++) add.run(i, 'x'.repeat(500));
    for (const suffix of ['', '-wal', '-shm']) {
      copyFileSync(join(stopped.path, name + suffix), join(crashed.path, name + suffix));
    }
    await database.close();
  }
  rmSync(join(stopped.path, 'seeds.json.to-be-made'));
});
afterAll(() => {
  stopped[Symbol.dispose]();
  crashed[Symbol.dispose]();
});

const at = (name: string) => join(folder.path, name);
const open = (name: string) => openDatabase({ file: at(name), entities: [], migrations });
const everyDatabase = (as = stopped) => cpSync(as.path, folder.path, { recursive: true });

const everything = () =>
  Object.fromEntries(
    readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      // SQLite recreates it from the log whenever it opens the file.
      .filter((name) => !name.endsWith('-shm'))
      .sort()
      .map((name) => [name, statSync(at(name)).isFile() ? readFileSync(at(name)).toString('base64') : 'no file']),
  );

/** Expects a message that names the file, what is wrong and what to do, and that no byte was changed. */
async function expectRefusal(name: string, named = name): Promise<void> {
  const before = everything();
  const error: unknown = await open(name).then(
    (database) => database.close(),
    (thrown: unknown) => thrown,
  );
  expect([name, isStartRefusal(error)]).toEqual([name, true]);
  expect((error as Error).message).toContain(named);
  expect((error as Error).message).not.toMatch(/\n/);
  expect(everything()).toEqual(before);
}

const overwrite = (name: string, from: number, bytes: number) => {
  const content = readFileSync(at(name));
  for (let i = from; i < Math.min(from + bytes, content.length); i++) content[i] = random.below(256);
  writeFileSync(at(name), content);
};

const inDatabase = (name: string, statement: string) => {
  const sqlite = new BetterSqlite3(at(name));
  sqlite.exec(statement);
  sqlite.close();
};

/** Ways in which a file may be damaged. */
const damages: Readonly<Record<string, (name: string) => void>> = {
  'missing beside others': (name) => rmSync(at(name)),
  empty: (name) => truncateSync(at(name), 0),
  'cut in its header': (name) => truncateSync(at(name), 57),
  'cut in the middle': (name) => truncateSync(at(name), Math.floor(statSync(at(name)).size * random.fraction())),
  'cut by a byte': (name) => truncateSync(at(name), statSync(at(name)).size - 1),
  'garbage from end to end': (name) => overwrite(name, 0, Infinity),
  'garbage of another length': (name) => writeFileSync(at(name), 'Dear diary, today somebody edited me by hand.\n'),
  'garbage in its header': (name) => overwrite(name, 0, 64),
  'garbage in a page of rows': (name) => overwrite(name, statSync(at(name)).size - 8_192, 4_096),
  'a folder': (name) => {
    rmSync(at(name));
    mkdirSync(at(name));
  },
  "another program's database": (name) => {
    rmSync(at(name));
    inDatabase(name, 'CREATE TABLE recipes (x)');
  },
  'from a later version': (name) =>
    inDatabase(name, "INSERT INTO migrations (timestamp, name) VALUES (1863600000000, 'Later1863600000000')"),
};

describe.each(Object.entries(damages))('a database file that is %s', (_, damage) => {
  it.each(databases)('ends the start with a sentence about %s, and nothing is changed', async (name) => {
    everyDatabase();
    damage(name);
    await expectRefusal(name);
  });
});

it('a database file that cannot be read ends the start with a sentence about it', async () => {
  everyDatabase();
  await asOrdinaryUser(folder.path, async () => {
    chmodSync(at('auth.sqlite'), 0o000);
    await expectRefusalOf('auth.sqlite');
    chmodSync(at('auth.sqlite'), 0o400);
    await expectRefusalOf('auth.sqlite');
  });
});

it('a folder that cannot be written ends the start with a sentence about it, and not about damage', async () => {
  everyDatabase();
  await asOrdinaryUser(folder.path, async () => {
    chmodSync(folder.path, 0o500);
    await expect(open('auth.sqlite')).rejects.toThrow(`${folder.path} cannot be written. Nothing was changed.`);
    chmodSync(folder.path, 0o700);
  });
});

const expectRefusalOf = (name: string) => expect(open(name)).rejects.toThrow(`${at(name)} cannot be read and written`);

describe('a file left by a crash beside a database', () => {
  beforeEach(() => everyDatabase(crashed));

  it('is read, whole or cut as a power cut leaves it', async () => {
    const rowsIn = async (name: string) => {
      const database = await open(name);
      const rows = database.sqlite.prepare('SELECT count(*) FROM notes').pluck().get();
      await database.close();
      return rows;
    };
    expect(await rowsIn('auth.sqlite')).toBe(100);
    truncateSync(at('messaging.sqlite-wal'), statSync(at('messaging.sqlite-wal')).size - 5_000);
    expect(await rowsIn('messaging.sqlite')).toBeLessThan(100);
    writeFileSync(at('signaling.sqlite-shm'), 'garbage');
    expect(await rowsIn('signaling.sqlite')).toBe(100);
  });

  it.each(['-wal', '-shm'])('and is now a folder ends the start with a sentence about the %s', async (suffix) => {
    for (const name of databases) {
      rmSync(at(name + suffix));
      mkdirSync(at(name + suffix));
      await expectRefusal(name, name + suffix);
    }
  });

  it('and is garbage now is not skipped, as SQLite would', async () => {
    for (const name of databases) {
      overwrite(`${name}-wal`, 0, Infinity);
      await expectRefusal(name, `${name}-wal`);
    }
  });

  it('without the database itself is no new system', async () => {
    for (const name of databases) rmSync(at(name));
    await expectRefusal('auth.sqlite');
  });
});

describe('a first start', () => {
  it('makes every database, in any order, and leaves no marker of them behind', async () => {
    for (const name of databases.toReversed()) await (await open(name)).close();
    // The services do not create keys.
    expect(readdirSync(folder.path).sort()).toEqual([...databases, 'seeds.json.to-be-made'].sort());
  });

  it('that was cut short goes on with the next', async () => {
    await (await open('auth.sqlite')).close();
    writeFileSync(at('messaging.sqlite'), '');
    for (const name of databases) await (await open(name)).close();
    expect(databases.every((name) => existsSync(at(name)))).toBe(true);
  });

  it('can be requested for a single file that is lost permanently', async () => {
    everyDatabase();
    rmSync(at('diagnostics.sqlite'));
    const { message } = (await open('diagnostics.sqlite').catch((error: unknown) => error)) as Error;
    const [, marker = ''] = /the empty file (\S+) to begin/.exec(message) ?? [];
    writeFileSync(marker, '');
    await (await open('diagnostics.sqlite')).close();
    expect(existsSync(marker)).toBe(false);
  });
});
