import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { filesIn } from './archive.files';
import { backUp } from './backup.files';
import { gatherFiles } from './gathering.files';
import type { Layout } from './layout';
import { restore } from './restore.files';
import { download, FilledFolder, picture, unfinished } from './testing/filled-folder';

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
let target: string;
const now = new Date('2026-11-20T10:00:00Z');
const aside = 'before-restore-2026-11-20T10-00-00';
const print = () => {};

beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'a.tar.gz');
  target = join(folder.path, 'restored');
});
afterEach(() => folder[Symbol.dispose]());

const complete = [picture, download].flatMap((path) =>
  ['small', 'large', 'original', 'facts.json'].map((name) => `${path}/${name}`),
);
const filled = async (dataDir: string, layout: Layout) => {
  const data = await FilledFolder.build(dataDir, layout);
  await data.close();
  return data;
};
const contentOf = (path: string) => {
  try {
    return readFileSync(path).toString('base64');
  } catch {
    return 'missing';
  }
};
const backedUp = async (layout: Layout) => {
  const data = await filled(join(folder.path, 'data'), layout);
  await backUp({ dataDir: data.dataDir, file, print, now });
  return data;
};
const restored = () => restore({ file, dataDir: target, replace: true, print, now });

describe('files of messages', () => {
  it.each([
    ['flat', 'flat'],
    ['folders', 'folders'],
    ['flat', 'folders'],
    ['folders', 'flat'],
  ] as const)(
    'come back from %s to %s byte by byte, for their owner only, and replace what was there',
    async (from, to) => {
      const data = await backedUp(from);
      const there = await filled(target, to);
      const before = complete.map((path) => contentOf(there.path(path)));
      const left = 'files/f_2222222222222222/ready/original';
      there.put(left, 'of a message that the backup does not have');
      const files = dirname(dirname(there.path(picture)));
      const { ino } = statSync(files);

      const result = await restored();

      expect(complete.map((path) => contentOf(there.path(path)))).toEqual(
        complete.map((path) => contentOf(data.path(path))),
      );
      for (const path of [left, ...unfinished]) expect(contentOf(there.path(path))).toBe('missing');
      for (const path of [picture, dirname(picture)]) expect(statSync(there.path(path)).mode & 0o777).toBe(0o700);
      expect(statSync(there.path(`${picture}/small`)).mode & 0o777).toBe(0o600);
      const kept = to === 'flat' ? join(target, aside, 'files') : join(target, 'files', aside);
      expect(complete.map((path) => contentOf(join(kept, path.slice('files/'.length))))).toEqual(before);
      expect(result.aside).toContain(to === 'flat' ? dirname(kept) : kept);
      // A volume is mounted on this folder.
      if (to === 'folders') expect(statSync(files).ino).toBe(ino);
    },
  );

  it.each(['flat', 'folders'] as const)('are moved aside in %s by a backup that has none', async (layout) => {
    const data = await filled(join(folder.path, 'data'), layout);
    rmSync(dirname(dirname(data.path(picture))), { recursive: true });
    await backUp({ dataDir: data.dataDir, file, print, now });
    const there = await filled(target, layout);
    const before = contentOf(there.path(`${picture}/small`));
    await restored();
    expect(contentOf(there.path(`${picture}/small`))).toBe('missing');
    const kept = layout === 'flat' ? join(target, aside, 'files') : join(target, 'files', aside);
    expect(contentOf(join(kept, 'f_5p1s8w3z7b2e6j9q/ready/small'))).toBe(before);
  });

  it('are kept apart by two restores', async () => {
    await backedUp('folders');
    await filled(target, 'folders');
    await restored();
    await restore({ file, dataDir: target, replace: true, print, now: new Date('2026-11-20T10:00:05Z') });
    const second = 'before-restore-2026-11-20T10-00-05';
    expect(readdirSync(join(target, 'files')).sort()).toEqual([
      aside,
      second,
      'f_0000000000000000',
      'f_5p1s8w3z7b2e6j9q',
    ]);
    expect(readdirSync(join(target, 'files', second))).toEqual(['f_0000000000000000', 'f_5p1s8w3z7b2e6j9q']);
  });
});

describe('gathering', () => {
  it('links complete files, and leaves everything else', async () => {
    const data = await filled(join(folder.path, 'data'), 'flat');
    data.put('files/other/ready/small', 'x');
    data.put('files/f_3333333333333333', 'no folder');
    data.put(`${picture}/huge`, 'x');
    await gatherFiles(join(data.dataDir, 'files'), target);
    const there = complete.filter((path) => contentOf(data.path(path)) !== 'missing');
    expect(await filesIn(target)).toEqual(there.map((path) => path.slice('files/'.length)).sort());
    expect(statSync(join(target, 'f_5p1s8w3z7b2e6j9q/ready/small')).nlink).toBe(2);
  });

  it('copies what cannot be linked', async () => {
    const data = await filled(join(folder.path, 'data'), 'flat');
    const taken = join(target, 'f_5p1s8w3z7b2e6j9q/ready/small');
    mkdirSync(dirname(taken), { recursive: true });
    // A link does not replace a file, as it does not cross file systems; a copy does.
    writeFileSync(taken, '');
    await gatherFiles(join(data.dataDir, 'files'), target);
    expect(contentOf(taken)).toBe(contentOf(data.path(`${picture}/small`)));
    expect(statSync(taken).nlink).toBe(1);
  });

  it('needs no folder', async () => {
    await gatherFiles(join(folder.path, 'none'), target);
    expect(await filesIn(folder.path)).toEqual([]);
  });
});
