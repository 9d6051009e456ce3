import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { Header } from 'tar';
import { backUp } from './backup.files';
import { OperatorError } from '@devchitchat/service-kit';
import { restore } from './restore.files';
import { seal } from './seal.files';
import { FilledFolder } from './testing/filled-folder';

const folder = temporaryFolder();
const good = join(folder.path, 'good.tar.gz');
const file = join(folder.path, 'bad.tar.gz');
const target = join(folder.path, 'target');
const now = new Date('2026-11-20T10:00:00Z');
const print = () => {};

interface Entry {
  path: string;
  content?: Buffer;
  type?: 'File' | 'SymbolicLink' | 'Link' | 'Directory' | 'CharacterDevice' | 'FIFO';
  linkpath?: string;
  /** The size in the header, if it differs from the real one. */
  size?: number;
}

let entries: Entry[];
beforeAll(async () => {
  const data = await FilledFolder.build(join(folder.path, 'data'));
  data.append('messaging');
  await data.close();
  await backUp({ dataDir: data.dataDir, file: good, print, now });
  const unpacked = join(folder.path, 'unpacked');
  mkdirSync(unpacked);
  execFileSync('tar', ['xzf', good, '-C', unpacked]);
  const paths = execFileSync('tar', ['tzf', good], { encoding: 'utf8' }).trim().split('\n');
  entries = paths.map((path) => ({ path, content: readFileSync(join(unpacked, path)) }));
});
afterAll(() => folder[Symbol.dispose]());

const blockOf = ({
  path,
  content = Buffer.alloc(0),
  type = 'File',
  linkpath,
  size = content.length,
}: Entry): Buffer => {
  const header = new Header({ path, type, size, mode: 0o600, ...(linkpath !== undefined && { linkpath }) });
  header.encode();
  return Buffer.concat([header.block!, content, Buffer.alloc((512 - (content.length % 512)) % 512)]);
};

/** Sealed like real backups: the seal detects damage, not forgery. */
async function packed(all: readonly Entry[], compressed = gzipSync): Promise<void> {
  writeFileSync(file, compressed(Buffer.concat([...all.map(blockOf), Buffer.alloc(1024)])));
  await seal(file);
}

const restored = (from = file) => restore({ file: from, dataDir: target, replace: false, print, now });

async function expectRefusal(words: RegExp): Promise<void> {
  const error: unknown = await restored().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(OperatorError);
  expect((error as Error).message).toMatch(words);
  expect((error as Error).message.split('\n')).toHaveLength(1);
  expect(existsSync(target) ? readdirSync(target) : []).toEqual([]);
}

const told = () => JSON.parse(entries[0]!.content!.toString()) as { files: Record<string, string>; version: string };
const saying = (manifest: unknown): Entry => ({ path: 'backup.json', content: Buffer.from(JSON.stringify(manifest)) });
const sha256 = (content: Buffer) => createHash('sha256').update(content).digest('hex');

/** The archive with one file replaced, and a manifest that matches the replacement. */
const withInstead = (path: string, instead: Entry): Entry[] => {
  const { files, ...rest } = told();
  const vouched = { ...files, [instead.path]: sha256(instead.content ?? Buffer.alloc(0)) };
  return [
    saying({ ...rest, files: vouched }),
    ...entries.slice(1).map((entry) => (entry.path === path ? instead : entry)),
  ];
};

describe('an archive made by a stranger', () => {
  it.each<[string, RegExp, Entry]>([
    [
      'a symbolic link',
      /"auth.sqlite" in it is not a file/,
      { path: 'auth.sqlite', type: 'SymbolicLink', linkpath: '/etc/passwd' },
    ],
    [
      'a symbolic link for a folder',
      /"tls" in it is not a file/,
      { path: 'tls', type: 'SymbolicLink', linkpath: '/tmp' },
    ],
    ['a hard link', /"tls\/ca.key" in it is not a file/, { path: 'tls/ca.key', type: 'Link', linkpath: '/etc/shadow' }],
    ['a device', /is not a file/, { path: 'turn-secret', type: 'CharacterDevice' }],
    ['a pipe', /is not a file/, { path: 'turn-secret', type: 'FIFO' }],
    ['a folder', /is not a file/, { path: 'tls/inner/', type: 'Directory' }],
    ['an absolute path', /does not belong in a backup/, { path: '/etc/cron.d/x' }],
    ['a path that leads out', /does not belong in a backup/, { path: 'tls/../../x' }],
    ['a path that leads out at once', /does not belong in a backup/, { path: '../auth.sqlite' }],
    ['a path with odd characters', /"\\u001b.* does not belong in a backup/, { path: '\u001b[2Jx' }],
    ['a file of the program', /does not belong in a backup/, { path: 'run/start.lock' }],
    ['the folder of files', /does not belong in a backup/, { path: 'files' }],
    ['a file in the folder of files', /does not belong in a backup/, { path: 'files/x' }],
    ['an upload', /does not belong in a backup/, { path: 'files/f_5p1s8w3z7b2e6j9q/1' }],
    ['a form that no file has', /does not belong in a backup/, { path: 'files/f_5p1s8w3z7b2e6j9q/ready/huge' }],
    ['a file with another id', /does not belong in a backup/, { path: 'files/f_5p1s8w3z7b2e6j9u/ready/small' }],
    ['a file deeper', /does not belong in a backup/, { path: 'files/f_5p1s8w3z7b2e6j9q/ready/small/x' }],
    ['a file that leads out', /does not belong in a backup/, { path: 'files/../f_5p1s8w3z7b2e6j9q/ready/small' }],
    [
      'a symbolic link for a file',
      /small" in it is not a file/,
      { path: 'files/f_5p1s8w3z7b2e6j9r/ready/small', type: 'SymbolicLink', linkpath: '/etc/passwd' },
    ],
    ['one file twice', /is in it twice/, { path: 'messaging.sqlite' }],
    ['a large file of keys', /"tls\/ca.key" in it is 2 MB/, { path: 'tls/ca.key', content: Buffer.alloc(2_000_000) }],
    [
      'a database that is none',
      /signaling.sqlite in it is not a database/,
      { path: 'signaling.sqlite', content: Buffer.alloc(9_000) },
    ],
  ])('with %s is refused in a sentence, and nothing is made', async (_, words, entry) => {
    await packed(withInstead(entry.path === 'signaling.sqlite' ? 'signaling.sqlite' : 'nats/seeds.json', entry));
    await expectRefusal(words);
  });

  it('that would fill the disk is refused after its first header', async () => {
    // The header claims 40 GB; the first megabyte follows.
    const bomb = { path: 'auth.sqlite', content: Buffer.alloc(1_000_000), size: 40e9 };
    await packed([entries[0]!, bomb]);
    await expectRefusal(/would grow to more than 40\d\d\d MB|needs more than 40\d\d\d MB/);
  });

  it('with a file of a message that would fill the disk is refused after its header', async () => {
    const path = 'files/f_5p1s8w3z7b2e6j9r/ready/original';
    await packed([entries[0]!, { path, content: Buffer.alloc(1_000_000), size: 9e9 }]);
    await expectRefusal(/would grow to more than 9\d\d\d MB|needs more than 9\d\d\d MB/);
    await packed([entries[0]!, { path, content: Buffer.alloc(1_000_000), size: 40e9 }]);
    await expectRefusal(/original" in it is 40000 MB/);
  });

  it('with more files than a backup has is refused', async () => {
    const many = Array.from({ length: 300 }, (_, i) => ({ path: `tls/${i}` }));
    await packed([entries[0]!, ...many]);
    await expectRefusal(/more than 200 files/);
  });

  it.each<[string, RegExp, () => Entry]>([
    ['no JSON', /its manifest is invalid/, () => ({ path: 'backup.json', content: Buffer.from('{') })],
    ['of another kind', /its manifest is invalid/, () => saying({ format: 1, version: '0.0.0' })],
    ['of a later version', /was written by devchitchat 99\.0\.0/, () => saying({ ...told(), version: '99.0.0' })],
    [
      'that names a file outside',
      /do not match its manifest/,
      () => saying({ ...told(), files: { ...told().files, '../x': '0' } }),
    ],
    ['that names too little', /do not match its manifest/, () => saying({ ...told(), files: {} })],
    [
      'with another sum',
      /is damaged/,
      () => saying({ ...told(), files: { ...told().files, 'auth.sqlite': sha256(Buffer.from('x')) } }),
    ],
    [
      'that is too long',
      /backup.json" in it is 200 MB/,
      () => ({ path: 'backup.json', content: Buffer.alloc(1_500_000, ' '), size: 200e6 }),
    ],
  ])('with a manifest %s is refused', async (_, words, manifest) => {
    await packed([manifest(), ...entries.slice(1)]);
    await expectRefusal(words);
  });

  it('without a manifest is refused', async () => {
    await packed(entries.slice(1));
    await expectRefusal(/does not begin with a manifest/);
    await packed([]);
    await expectRefusal(/cannot be unpacked|do not match its manifest/);
  });

  it('that is no archive is refused', async () => {
    await packed(entries, () => gzipSync(Buffer.alloc(100_000, 'devchitchat ')));
    await expectRefusal(/cannot be unpacked|not a backup/);
    await packed(entries, () => Buffer.alloc(100_000, 'devchitchat '));
    await expectRefusal(/cannot be unpacked|not a backup/);
    await packed(entries, (all) => gzipSync(all).subarray(0, 3_000));
    await expectRefusal(/cannot be unpacked|do not match its manifest/);
  });
});

it('an archive of the same files by another program is restored', async () => {
  await packed(entries);
  await restored();
  expect(readdirSync(target).sort()).toEqual([
    'auth.sqlite',
    'diagnostics.sqlite',
    'files',
    'messaging.sqlite',
    'nats',
    'signaling.sqlite',
    'tls',
  ]);
});
