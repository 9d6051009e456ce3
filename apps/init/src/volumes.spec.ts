import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processNames, serviceNames, toolNames } from '@devchitchat/contracts';
import { writeRevokedBots } from '@devchitchat/nats-keys';
import { readEnvironment } from '@devchitchat/service-kit';
import { temporaryFolder } from '@devchitchat/service-kit/testing';
import { initEnvironment } from './environment';
import { prepareVolumes } from './volumes.files';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

const read = (path: string) => readFileSync(join(folder.path, path), 'utf8');
const prepare = (variables: NodeJS.ProcessEnv = {}) =>
  prepareVolumes(readEnvironment(initEnvironment, { VOLUMES_DIR: folder.path, ...variables }));
const everything = () =>
  Object.fromEntries(
    globSync('**/*', { cwd: folder.path, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.path.length + 1), readFileSync(path, 'utf8')]),
  );

beforeAll(async () => {
  for (const name of [...processNames, ...toolNames, 'keys', 'nats', 'coturn']) mkdirSync(join(folder.path, name));
  await prepare();
});

describe('the volumes of the containers', () => {
  it('contain what each container needs, and no secrets of others', () => {
    const { keys: _, ...shared } = Object.groupBy(Object.keys(everything()).sort(), (path) => path.split('/')[0]!);
    expect(shared).toEqual({
      auth: ['auth/auth.sqlite.to-be-made', 'auth/nats/bot-signer.json', 'auth/nats/creds/auth.creds'],
      coturn: ['coturn/turnserver.conf'],
      diagnostics: ['diagnostics/diagnostics.sqlite.to-be-made', 'diagnostics/nats/creds/diagnostics.creds'],
      gateway: ['gateway/nats/creds/gateway.creds'],
      importer: ['importer/nats/creds/importer.creds'],
      messaging: ['messaging/messaging.sqlite.to-be-made', 'messaging/nats/creds/messaging.creds'],
      nats: ['nats/nats-server.conf'],
      signaling: [
        'signaling/nats/creds/signaling.creds',
        'signaling/signaling.sqlite.to-be-made',
        'signaling/turn-secret',
      ],
    });
    for (const path of Object.keys(everything())) expect(statSync(join(folder.path, path)).mode & 0o077).toBe(0);
  });

  it('keep every secret when they are prepared again', async () => {
    const before = everything();
    await prepare();
    const kept = (path: string) =>
      path.endsWith('seeds.json') || path.endsWith('turn-secret') || path.endsWith('signer.json');
    for (const path of Object.keys(before).filter(kept)) expect(read(path)).toBe(before[path]);
  });

  it("contain a relay configuration once its address is set, with signaling's secret", async () => {
    expect(read('coturn/turnserver.conf')).toBe('');
    await prepare({ TURN_HOST: '192.168.1.5' });
    expect(read('coturn/turnserver.conf')).toContain(`static-auth-secret=${read('signaling/turn-secret')}\n`);
  });

  it('reject bots that auth revoked', async () => {
    const before = read('nats/nats-server.conf');
    await writeRevokedBots(join(folder.path, 'auth', 'nats'), [`U${'A'.repeat(55)}`]);
    await prepare();
    const longer = read('nats/nats-server.conf').length - before.length;
    expect(longer).toBeGreaterThan(50);
  });
});

describe('volumes, one of which was lost,', () => {
  const at = (path: string) => join(folder.path, path);
  const restored = new Map<string, Buffer>();
  const lose = (path: string) => {
    restored.set(path, readFileSync(at(path)));
    rmSync(at(path), { recursive: true });
  };
  beforeAll(() => {
    for (const name of serviceNames) {
      writeFileSync(at(`${name}/${name}.sqlite`), 'a database');
      rmSync(at(`${name}/${name}.sqlite.to-be-made`));
    }
  });
  afterEach(() => {
    for (const [path, bytes] of restored) writeFileSync(at(path), bytes);
    restored.clear();
  });

  it.each([...serviceNames.map((name) => `${name}/${name}.sqlite`), 'keys/nats/seeds.json'])(
    'end the start with a sentence about %s, and nothing is made in its place',
    async (path) => {
      lose(path);
      const before = everything();
      await expect(prepare()).rejects.toThrow(`${at(path)} is missing`);
      expect(everything()).toEqual(before);
    },
  );

  it.each(['', 'garbage'])('end the start where the secret of the relay reads %j', async (text) => {
    restored.set('keys/turn-secret', readFileSync(at('keys/turn-secret')));
    writeFileSync(at('keys/turn-secret'), text);
    await expect(prepare()).rejects.toThrow(`${at('keys/turn-secret')} is damaged`);
  });
});

it.each([
  [{ TURN_HOST: 'relay.example.org' }, /TURN_HOST is not an IPv4 address/],
  [{ TURN_ADDRESS: '192.168.1.5' }, /TURN_ADDRESS needs TURN_HOST/],
  [{ TURN_PORT: '0' }, /TURN_PORT must be a number from 1 to 65535/],
])('names what is wrong in %j', (variables, message) => {
  expect(() => readEnvironment(initEnvironment, variables)).toThrow(message);
});
