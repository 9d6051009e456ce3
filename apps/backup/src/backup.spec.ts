import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import BetterSqlite3 from 'better-sqlite3';
import { backUp } from './backup.files';
import { filesIn } from './archive.files';
import { databaseOf, followersFirst, type Layout } from './layout';
import { restore } from './restore.files';
import { FilledFolder } from './testing/filled-folder';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let target: string;
const now = new Date('2026-11-20T10:00:00Z');
const print = () => {};

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'kept', 'a.tar.gz');
  target = join(folder.path, 'restored');
});
afterEach(() => folder[Symbol.dispose]());

const filledFolder = async (layout: Layout = 'flat') => {
  const data = await FilledFolder.build(join(folder.path, 'data'), layout);
  for (let i = 0; i < 20; i++) for (const service of ['auth', 'messaging', 'signaling'] as const) data.append(service);
  return data;
};
const restored = (replace = false) => restore({ file, dataDir: target, replace, print, now });
const eventsIn = (path: string) => {
  const sqlite = new BetterSqlite3(path, { readonly: true });
  const events = sqlite.prepare('SELECT * FROM events ORDER BY event_id').all();
  sqlite.close();
  return events;
};

describe('a backup', () => {
  it('contains one point in time of all services while they are written to, and everything before it', async () => {
    await using data = await filledFolder();
    data.startWriting();
    for (let round = 0; round < 2; round++) {
      const before = data.append('messaging');
      const path = `${file}.${round}`;
      const { databases } = await backUp({ dataDir: data.dataDir, file: path, print, now });
      const heads = Object.fromEntries(databases.map(({ service, head }) => [service, head]));
      const cursors = Object.assign({}, ...databases.map((each) => each.cursors)) as Record<string, number>;
      expect(heads['messaging']).toBeGreaterThanOrEqual(before);
      expect(cursors['auth']).toBeLessThanOrEqual(heads['auth']!);
      expect(cursors['messaging']).toBeLessThanOrEqual(heads['messaging']!);
      await restore({ file: path, dataDir: `${target}${round}`, replace: false, print, now });
      const events = eventsIn(join(`${target}${round}`, 'messaging.sqlite'));
      const live = data.events('messaging').slice(0, heads['messaging']);
      expect(JSON.stringify(events) === JSON.stringify(live)).toBe(true);
    }
  });

  it('is for its owner only, and another program unpacks it', async () => {
    await using data = await filledFolder();
    await backUp({ dataDir: data.dataDir, file, print, now });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(folder.path, 'kept'))).toEqual(['a.tar.gz']);
    expect(execFileSync('tar', ['tzf', file], { encoding: 'utf8' }).trim().split('\n')).toEqual([
      'backup.json',
      'auth.sqlite',
      'diagnostics.sqlite',
      'messaging.sqlite',
      'nats/seeds.json',
      'signaling.sqlite',
      'tls/ca.key',
      'files/f_0000000000000000/ready/facts.json',
      'files/f_0000000000000000/ready/original',
      'files/f_5p1s8w3z7b2e6j9q/ready/facts.json',
      'files/f_5p1s8w3z7b2e6j9q/ready/large',
      'files/f_5p1s8w3z7b2e6j9q/ready/small',
    ]);
  });

  it('includes the write-ahead log of a crashed system', async () => {
    await using data = await filledFolder();
    const crashed = join(folder.path, 'crashed');
    // While the database is open, no checkpoint empties the write-ahead log.
    execFileSync('cp', ['-r', data.dataDir, crashed]);
    await backUp({ dataDir: crashed, file, print, now });
    await restored();
    expect(eventsIn(join(target, 'messaging.sqlite'))).toEqual(data.events('messaging'));
  });

  it('replaces no file, and needs something to back up', async () => {
    await using data = await filledFolder();
    await backUp({ dataDir: data.dataDir, file, print, now });
    const before = readFileSync(file);
    await expect(backUp({ dataDir: data.dataDir, file, print, now })).rejects.toThrow(/already exists/);
    expect(readFileSync(file)).toEqual(before);
    await expect(backUp({ dataDir: target, file: `${file}2`, print, now })).rejects.toThrow(/nothing to back up/);
  });
});

describe('a restore', () => {
  it.each([
    ['flat', 'flat'],
    ['folders', 'folders'],
    ['flat', 'folders'],
    ['folders', 'flat'],
  ] as const)('brings %s back as %s', async (from, to) => {
    await using data = await filledFolder(from);
    await backUp({ dataDir: data.dataDir, file, print, now });
    const empty = await FilledFolder.build(target, to);
    await empty.close();
    await restored(true);
    expect(eventsIn(empty.path('auth.sqlite'))).toEqual(data.events('auth'));
    for (const path of ['nats/seeds.json', 'tls/ca.key']) {
      expect(readFileSync(empty.path(path))).toEqual(readFileSync(data.path(path)));
    }
    expect(statSync(empty.path('auth.sqlite')).mode & 0o777).toBe(0o600);
  });

  it('draws a new epoch for every log, because the logs diverge', async () => {
    const data = await filledFolder();
    await data.close();
    await backUp({ dataDir: data.dataDir, file, print, now });
    await restored();
    for (const name of followersFirst.map(databaseOf)) {
      const [before, after] = [data.dataDir, target].map((path) => epochIn(join(path, name)));
      expect(after).toMatch(/^[0-9a-f]{16}$/);
      expect(after).not.toBe(before);
    }
  });

  it('refuses existing data, and moves it aside with --replace', async () => {
    const data = await filledFolder();
    await data.close();
    await backUp({ dataDir: data.dataDir, file, print, now });
    const there = await FilledFolder.build(target);
    there.append('messaging');
    const events = there.events('messaging');
    await there.close();

    const before = await contentOf(target);
    await expect(restored()).rejects.toThrow(/--replace/);
    expect(await contentOf(target)).toEqual(before);

    const { aside } = await restored(true);
    expect(aside).toEqual([join(target, 'before-restore-2026-11-20T10-00-00')]);
    expect(eventsIn(join(aside[0]!, 'messaging.sqlite'))).toEqual(events);
    expect(readdirSync(target)).not.toContain('restoring');
  });

  it('refuses a folder that a service has open', async () => {
    const data = await filledFolder();
    await backUp({ dataDir: data.dataDir, file, print, now });
    await using open = await FilledFolder.build(target);
    await expect(restored(true)).rejects.toThrow(/is running on/);
    expect(open.events('messaging')).toEqual([]);
    await data.close();
  });

  it('refuses every damaged file and changes nothing', async () => {
    const data = await filledFolder();
    await data.close();
    await backUp({ dataDir: data.dataDir, file, print, now });
    const whole = readFileSync(file);
    const steps = 60;
    const truncated = Array.from({ length: steps }, (_, i) =>
      whole.subarray(0, Math.floor((whole.length * i) / steps)),
    );
    const cutInSeal = Array.from({ length: 20 }, (_, i) => whole.subarray(0, whole.length - 1 - i * 6));
    const positions = Array.from({ length: 150 }, (_, i) => Math.floor((whole.length * i) / 150));
    const ends = Array.from({ length: 30 }, (_, i) => [i, whole.length - 1 - i * 4]).flat();
    const flipped = [...positions, ...ends].map((at) => {
      const copy = Buffer.from(whole);
      copy[at]! ^= 1 << (at % 8);
      return copy;
    });
    const longer = Buffer.concat([whole, Buffer.from('x')]);
    for (const bytes of [...truncated, ...cutInSeal, ...flipped, longer]) {
      writeFileSync(file, bytes);
      await expect(restored()).rejects.toThrow(/is not a complete devchitchat backup/);
      expect(existsSync(target) ? readdirSync(target) : []).toEqual([]);
    }
    writeFileSync(file, whole);
    await restored();
  });
});

function epochIn(path: string): unknown {
  const sqlite = new BetterSqlite3(path, { readonly: true });
  const epoch = sqlite.prepare('SELECT epoch FROM log_identity').pluck().get();
  sqlite.close();
  return epoch;
}

const contentOf = async (path: string) =>
  Object.fromEntries((await filesIn(path)).map((name) => [name, readFileSync(join(path, name)).toString('base64')]));
