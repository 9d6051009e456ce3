import { X509Certificate } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { silentLogger } from '@devchitchat/service-kit';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { LocalTls } from './local-tls.service';

const day = 86_400_000;
let folder: ReturnType<typeof temporaryFolder>;
let opened: LocalTls[];
let clock: number;
let machineNames: string[];

beforeEach(() => {
  folder = temporaryFolder();
  opened = [];
  clock = Date.now();
  machineNames = ['box-1', 'box-1.local', '192.168.1.20', '2001:db8::7'];
});
afterEach(() => {
  for (const tls of opened) tls.close();
  folder[Symbol.dispose]();
});

async function open(...declared: string[]): Promise<LocalTls> {
  const machine = { names: () => machineNames, lanAddresses: () => ['203.0.113.9', '192.168.1.20'] };
  const tls = await LocalTls.open({ dataDir: folder.path, declared, logger: silentLogger, machine, now: () => clock });
  opened.push(tls);
  return tls;
}

const at = (name: string) => join(folder.path, 'tls', name);
const serialOf = (tls: LocalTls) => new X509Certificate(tls.presented.cert).serialNumber;

describe('a first start', () => {
  it('creates an authority and a leaf for every name of the machine that it may sign for', async () => {
    const tls = await open();
    for (const name of ['localhost', '127.0.0.1', '::1', 'box-1', 'box-1.local', '192.168.1.20']) {
      expect([name, tls.serves(name)]).toEqual([name, true]);
    }
    expect(tls.serves('2001:db8::7')).toBe(false);
    expect(new X509Certificate(tls.presented.cert).checkIP('192.168.1.20')).toBe('192.168.1.20');
  });

  it('shows the addresses that it may sign for', async () => {
    expect((await open()).lanNames()).toEqual(['192.168.1.20']);
  });

  it('restricts all files to their owner', async () => {
    await open();
    expect(statSync(at('')).mode & 0o777).toBe(0o700);
    expect(readdirSync(at('')).sort()).toEqual(['ca.crt', 'ca.key', 'leaf.pem', 'names.txt']);
    for (const name of readdirSync(at(''))) expect([name, statSync(at(name)).mode & 0o777]).toEqual([name, 0o600]);
  });

  it('serves and lists the additional names its owner configured', async () => {
    const tls = await open('chat.example.org', 'other.lan', '203.0.113.7');
    expect(['chat.example.org', 'other.lan', '203.0.113.7'].every(tls.serves)).toBe(true);
    expect(tls.namesBeside).toEqual(['chat.example.org', 'box-1', '203.0.113.7/32']);
  });

  it('accepts an empty folder, such as a new volume', async () => {
    mkdirSync(at(''), { mode: 0o755 });
    await open();
    expect(statSync(at('')).mode & 0o777).toBe(0o700);
  });

  it('starts over after a crash before the key was written, and is completed after a later crash', async () => {
    mkdirSync(at(''));
    writeFileSync(at('ca.key.unfinished'), 'half a k');
    const made = (await open()).certificate;
    renameSync(at('ca.crt'), at('ca.crt.unfinished'));
    expect((await open()).certificate).toBe(made);
  });
});

describe('a later start', () => {
  it('finds the same authority and the same leaf', async () => {
    const first = await open();
    const second = await open();
    expect(second.certificate).toBe(first.certificate);
    expect(serialOf(second)).toBe(serialOf(first));
  });

  it('recreates a lost or damaged leaf', async () => {
    const first = serialOf(await open());
    writeFileSync(at('leaf.pem'), readFileSync(at('leaf.pem'), 'utf8').slice(0, 300));
    const second = serialOf(await open());
    expect(second).not.toBe(first);
    rmSync(at('leaf.pem'));
    expect(serialOf(await open())).not.toBe(second);
  });

  it.each([
    ['ca.key is missing', () => rmSync(at('ca.key'))],
    ['ca.crt is missing', () => rmSync(at('ca.crt'))],
    ['do not belong together, or are damaged', () => writeFileSync(at('ca.key'), 'half a k')],
    ['do not belong together, or are damaged', () => writeFileSync(at('ca.crt'), '')],
    [
      'do not belong together, or are damaged',
      () => {
        // One character of a name is changed: it can still be parsed, and its key is the same.
        const bytes = new X509Certificate(readFileSync(at('ca.crt'))).raw;
        bytes.writeUInt8(bytes.readUInt8(bytes.indexOf('devchitchat')) ^ 1, bytes.indexOf('devchitchat'));
        const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
        writeFileSync(
          at('ca.crt'),
          ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
        );
      },
    ],
    [
      'ca.key is missing',
      () => {
        for (const name of ['ca.key', 'ca.crt']) rmSync(at(name));
      },
    ],
    [
      'ca.key cannot be read (EISDIR)',
      () => {
        // Root can read any file, but a folder cannot be read as one.
        rmSync(at('ca.key'));
        mkdirSync(at('ca.key'));
      },
    ],
  ])('never makes a second authority: %s', async (words, breakIt) => {
    await open();
    breakIt();
    const left = readdirSync(at(''));
    await expect(open()).rejects.toThrow(words);
    await expect(open()).rejects.toThrow(/back from a backup; or move it away/);
    expect(readdirSync(at(''))).toEqual(left);
  });

  it('refuses a configured name that the authority does not cover', async () => {
    await open();
    await expect(open('chat.example.org')).rejects.toThrow(/names chat\.example\.org, for which .* was not made/);
  });

  it('refuses an expired authority', async () => {
    await open();
    clock += 3_651 * day;
    await expect(open()).rejects.toThrow(/has expired/);
  });
});

describe('while it runs', () => {
  it('presents a new leaf well before the old one ends, signed by the same authority', async () => {
    const tls = await open();
    const first = serialOf(tls);
    const presented: string[] = [];
    tls.onRenewed(({ cert }) => presented.push(cert));
    clock += 50 * day;
    await tls.check();
    expect(presented).toEqual([]);
    clock += 10 * day;
    await tls.check();
    expect(presented).toEqual([tls.presented.cert]);
    expect(serialOf(tls)).not.toBe(first);
    const leaf = new X509Certificate(tls.presented.cert);
    expect(leaf.verify(new X509Certificate(tls.certificate).publicKey)).toBe(true);
    expect(Date.parse(leaf.validTo)).toBeGreaterThan(clock + 88 * day);
  });

  it('adds the addresses of another network', async () => {
    const tls = await open();
    machineNames = ['box-1.local', '10.0.0.5'];
    await tls.check();
    expect(tls.serves('10.0.0.5')).toBe(true);
    expect(tls.serves('192.168.1.20')).toBe(false);
  });

  it('learns names of the network from requests and still knows them after a restart', async () => {
    const tls = await open();
    expect(await Promise.all(['10.9.8.7', 'fd00::7', 'nas.lan', 'nas.local'].map((name) => tls.learn(name)))).toEqual(
      Array(4).fill(true),
    );
    expect(tls.lanNames().slice(0, 2)).toEqual(['nas.local', 'nas.lan']);
    const later = await open();
    expect(['10.9.8.7', 'fd00::7', 'nas.lan'].every(later.serves)).toBe(true);
  });

  it.each(['example.org', '8.8.8.8', 'chat.local.example.org', 'nas', 'dev', '2001:db8::1'])(
    'does not learn %s',
    async (name) => {
      const tls = await open();
      const before = serialOf(tls);
      expect(await tls.learn(name)).toBe(false);
      expect(tls.serves(name)).toBe(false);
      expect(serialOf(tls)).toBe(before);
    },
  );

  it('does not learn more than 32', async () => {
    const tls = await open();
    for (let i = 0; i < 35; i++) await tls.learn(`n${i}.lan`);
    expect([tls.serves('n34.lan'), tls.serves('n3.lan'), tls.serves('n2.lan')]).toEqual([true, true, false]);
    expect(tls.serves('localhost')).toBe(true);
  });
});
