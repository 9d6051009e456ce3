import { permissionsOf, natsNames } from '@devchitchat/contracts';
import { decode, parseCreds, type User } from '@nats-io/jwt';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureNatsKeys } from './nats-keys.files';

const listen = '127.0.0.1:4222';

// Signing is slow, so one folder is created for all tests, and tests that change it use a copy.
let made: string;
let folder: string;
beforeAll(async () => {
  made = join(await mkdtemp(join(tmpdir(), 'nats-keys-')), 'nats');
  await ensureNatsKeys(made, { listen });
});
beforeEach(async () => {
  folder = `${made}-copy`;
  await cp(made, folder, { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));
afterAll(() => rm(join(made, '..'), { recursive: true }));

const read = (name: string) => readFile(join(folder, name), 'utf8');
const credentialsOf = async (name: string) => parseCreds(await readFile(join(folder, 'creds', `${name}.creds`)));
const account = async () => (JSON.parse(await read('seeds.json')) as { account: string }).account;

describe('the folder of keys', () => {
  it('can be read by its owner only', async () => {
    const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await modeOf(folder)).toBe('700');
    expect(await modeOf(join(folder, 'creds'))).toBe('700');
    const files = [
      'bot-signer.json',
      'nats-server.conf',
      'seeds.json',
      ...natsNames.map((name) => `creds/${name}.creds`),
    ];
    for (const file of files) expect([file, await modeOf(join(folder, file))]).toEqual([file, '600']);
    expect((await readdir(folder)).sort()).toEqual(['bot-signer.json', 'creds', 'nats-server.conf', 'seeds.json']);
  });

  it('gives each process exactly what permissionsOf says', async () => {
    for (const name of natsNames) {
      const { nats } = (await credentialsOf(name)).uc as { nats: Partial<User> };
      expect(nats.pub?.allow).toEqual(permissionsOf(name).publish);
      expect(nats.sub?.allow).toEqual(permissionsOf(name).subscribe);
    }
  });

  it('keeps every identity when it is made again', async () => {
    const before = await Promise.all(natsNames.map(credentialsOf));
    await ensureNatsKeys(folder, { listen });
    const after = await Promise.all(natsNames.map(credentialsOf));
    expect(after.map(({ key, aid }) => ({ key, aid }))).toEqual(before.map(({ key, aid }) => ({ key, aid })));
  });

  it('holds no seed in the file that nats-server reads', async () => {
    const configuration = await read('nats-server.conf');
    // Matched in full: a public key may contain the letters that a seed begins with.
    expect(configuration).not.toMatch(/\bS[OAU][A-Z2-7]{56}\b/);
    expect(await read('seeds.json')).toMatch(/\bS[OAU][A-Z2-7]{56}\b/);
    for (const [jwt] of configuration.matchAll(/eyJ\S+/g)) expect(() => decode(jwt)).not.toThrow();
  });
});

describe('an incomplete folder after a crash', () => {
  it('is completed with its existing keys', async () => {
    const kept = await account();
    await rm(join(folder, 'creds'), { recursive: true });
    await rm(join(folder, 'nats-server.conf'));
    await writeFile(join(folder, 'seeds.json.unfinished'), '{"oper', { mode: 0o644 });
    await ensureNatsKeys(folder, { listen });
    expect(await account()).toBe(kept);
    expect((await readdir(join(folder, 'creds'))).length).toBe(natsNames.length);
    expect(await read('nats-server.conf')).toContain(`listen: "${listen}"`);
  });
});

describe('seeds.json', () => {
  const damages: Readonly<Record<string, (path: string) => Promise<unknown>>> = {
    empty: (path) => truncate(path, 0),
    'cut short': (path) => truncate(path, 100),
    'of one changed character': async (path) => {
      const text = await readFile(path, 'utf8');
      const [seed = ''] = /SA[A-Z2-7]{56}/.exec(text) ?? [];
      await writeFile(path, text.replace(seed, `${seed.slice(0, 20)}${seed[20] === 'A' ? 'B' : 'A'}${seed.slice(21)}`));
    },
    garbage: (path) => writeFile(path, Buffer.from([0, 255, 7, 123])),
    'from a later version': async (path) =>
      writeFile(path, JSON.stringify({ ...JSON.parse(await readFile(path, 'utf8')), quantum: 'SQ' })),
    'a folder': async (path) => {
      await rm(path);
      await mkdir(path);
    },
  };

  it.each(Object.entries(damages))('that is %s ends the start, and no key is drawn', async (_, damage) => {
    const path = join(folder, 'seeds.json');
    await damage(path);
    const before = await readFile(path).catch(() => 'a folder');
    const credentials = await readFile(join(folder, 'creds', 'gateway.creds'), 'utf8');
    await expect(ensureNatsKeys(folder, { listen })).rejects.toMatchObject({
      name: 'StartRefusal',
      message: expect.stringContaining(path) as string,
    });
    expect(await readFile(path).catch(() => 'a folder')).toEqual(before);
    expect(await readFile(join(folder, 'creds', 'gateway.creds'), 'utf8')).toBe(credentials);
  });

  it('that is missing beside a database ends the start, and no key is drawn', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'nats-keys-'));
    await writeFile(join(dataDir, 'auth.sqlite'), '');
    await expect(ensureNatsKeys(join(dataDir, 'nats'), { listen })).rejects.toThrow(
      `${join(dataDir, 'nats', 'seeds.json')} is missing, but auth.sqlite is there.`,
    );
    expect(await readdir(dataDir)).toEqual(['auth.sqlite']);
    await rm(dataDir, { recursive: true });
  });
});

describe('the list of revoked bots', () => {
  it.each(['', '[', '"U"', '[7]'])(
    'prevents the start if it reads %j, so that no revoked bot is admitted',
    async (text) => {
      await writeFile(join(folder, 'revoked-bots.json'), text);
      await expect(ensureNatsKeys(folder, { listen })).rejects.toThrow(/revoked-bots\.json is damaged/);
      expect(await read('revoked-bots.json')).toBe(text);
    },
  );
});

describe('a file derived from the seeds', () => {
  it.each(['nats-server.conf', 'bot-signer.json', 'creds/gateway.creds'])('is repaired: %s', async (name) => {
    await writeFile(join(folder, name), 'garbage');
    await ensureNatsKeys(folder, { listen });
    expect(await read(name)).not.toBe('garbage');
  });

  it.each(['nats-server.conf', 'bot-signer.json', 'creds/gateway.creds'])(
    'ends the start where a folder is in the place of %s',
    async (name) => {
      await rm(join(folder, name));
      await mkdir(join(folder, name, 'inside'), { recursive: true });
      await expect(ensureNatsKeys(folder, { listen })).rejects.toMatchObject({
        name: 'StartRefusal',
        message: expect.stringContaining(join(folder, name)) as string,
      });
    },
  );
});
