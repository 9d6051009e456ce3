import { permissionsOf, natsNames } from '@devchitchat/contracts';
import { decode, parseCreds, type User } from '@nats-io/jwt';
import { cp, mkdtemp, readFile, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureNatsKeys } from './nats-keys.files';

const listen = '127.0.0.1:4222';

// Signing is slow, so one folder is made for all, and those who change it take a copy.
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
    // Whole: a public key may well hold the letters that a seed begins with.
    expect(configuration).not.toMatch(/\bS[OAU][A-Z2-7]{56}\b/);
    expect(await read('seeds.json')).toMatch(/\bS[OAU][A-Z2-7]{56}\b/);
    for (const [jwt] of configuration.matchAll(/eyJ\S+/g)) expect(() => decode(jwt)).not.toThrow();
  });
});

describe('a folder that a crash left half done', () => {
  it('gets back what is missing, with the keys it had', async () => {
    const kept = await account();
    await rm(join(folder, 'creds'), { recursive: true });
    await rm(join(folder, 'nats-server.conf'));
    await writeFile(join(folder, 'seeds.json.unfinished'), '{"oper', { mode: 0o644 });
    await ensureNatsKeys(folder, { listen });
    expect(await account()).toBe(kept);
    expect((await readdir(join(folder, 'creds'))).length).toBe(natsNames.length);
    expect(await read('nats-server.conf')).toContain(`listen: "${listen}"`);
  });

  it('gets new keys, and credentials that fit them, where the seeds are cut', async () => {
    const lost = await account();
    await truncate(join(folder, 'seeds.json'), 100);
    await ensureNatsKeys(folder, { listen });
    expect(await account()).not.toBe(lost);
    const { aid } = await credentialsOf('gateway');
    expect(await read('nats-server.conf')).toContain(aid);
  });
});
