import { expect, test } from '@playwright/test';
import BetterSqlite3 from 'better-sqlite3';
import { mkdtemp, rm, stat, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './support/free-port';
import { gone, StartedProduct } from './support/started-product';

/** In milliseconds. Another run in this clone may be building. */
const firstStart = 240_000;
const laterStart = 120_000;

test.describe('npm start', () => {
  test.describe.configure({ timeout: firstStart + 3 * laterStart });

  let dataDir: string;
  let port: number;
  let started: StartedProduct[];
  const start = (environment?: NodeJS.ProcessEnv): StartedProduct => {
    const product = new StartedProduct(dataDir, port, environment);
    started.push(product);
    return product;
  };

  test.beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'devchitchat-start-'));
    port = await freePort();
    started = [];
  });

  test.afterEach(async () => {
    for (const product of started) await product.end();
    await rm(dataDir, { recursive: true });
  });

  test('starts, prints the first admin’s invite, recovers from kills and ends with Ctrl-C', async () => {
    const product = start();
    await product.healthy(firstStart);
    const link = new RegExp(`^First admin: http://localhost:${port}/#/invite/[A-Za-z0-9_-]+$`);
    await product.printed(link);
    expect(product.lines).toContain(`devchitchat is at http://localhost:${port}`);

    const home = await product.pidOf('home');
    process.kill(home, 'SIGKILL');
    await gone([home]);
    await product.healthy(laterStart);

    process.kill(await product.pidOf('nats-server'), 'SIGKILL');
    await product.printed(/nats-server: ended \(SIGKILL\); restarting$/);
    await product.healthy(laterStart);

    const processes = [await product.pidOf('home'), await product.pidOf('nats-server'), await product.pidOf('start')];
    await product.end();
    await gone(processes);

    const again = start();
    await again.healthy(laterStart);
    await again.printed(link);
  });

  test('serves HTTPS to the network with TLS=local and prints the address for the others', async () => {
    const httpPort = await freePort();
    const product = start({ TLS: 'local', HTTP_PORT: String(httpPort) });
    await product.healthy(firstStart);
    await product.printed(new RegExp(`^First admin: http://localhost:${httpPort}/#/invite/[A-Za-z0-9_-]+$`));
    await product.printed(new RegExp(`^On your network: http://.*:${httpPort}$`));
    await product.printed(/^Fingerprint of the certificate, SHA-256: ([0-9A-F]{2}:){31}[0-9A-F]{2}$/);
    expect(product.lines).toContain(`devchitchat is at http://localhost:${httpPort}`);
  });

  test('says at once which NATS it waits for, and what to do', async () => {
    const nowhere = await freePort();
    const product = start({ NATS_URL: `nats://127.0.0.1:${nowhere}` });
    const words = `auth: Waiting for NATS at 127.0.0.1:${nowhere}: nothing listens there. Start nats-server, or correct NATS_URL.`;
    await product.printed(new RegExp(`${words.replaceAll('.', '\\.')}$`), firstStart);
    expect(product.lines.join('\n')).not.toContain('is not ready yet');
  });

  test('leaves no process behind when it is killed', async () => {
    const product = start();
    await product.healthy(firstStart);
    const processes = [await product.pidOf('home'), await product.pidOf('nats-server')];
    await product.signal('SIGKILL');
    if (process.platform === 'linux') await gone(processes);

    const again = start();
    await again.healthy(laterStart);
    await gone(processes);
  });

  test('refuses to start twice on a data folder without disturbing the first', async () => {
    const product = start();
    await product.healthy(firstStart);
    const second = start({ PORT: String(await freePort()) });
    expect(await second.ended()).toBe(1);
    expect(second.lines.join('\n')).toContain(`devchitchat already runs on ${dataDir}`);
    await product.healthy(laterStart);
  });

  test('makes the data folder readable by its owner only', async () => {
    const folder = join(dataDir, 'made');
    const product = new StartedProduct(folder, port);
    started.push(product);
    await product.healthy(firstStart);
    for (const path of ['', 'nats', 'nats/creds', 'logs']) {
      expect([path, (await stat(join(folder, path))).mode & 0o777]).toEqual([path, 0o700]);
    }
  });

  test('reports damaged data, exits and leaves the data unchanged', async () => {
    const first = start();
    await first.healthy(firstStart);
    await first.end();
    const inMessaging = (statement: string) => {
      const sqlite = new BetterSqlite3(join(dataDir, 'messaging.sqlite'));
      sqlite.exec(statement);
      sqlite.close();
    };

    inMessaging("DELETE FROM migrations WHERE name LIKE 'LogIdentity%'");
    const stumbling = start();
    expect(await stumbling.ended()).toBe(78);
    expect(stumbling.lines.join('\n')).toMatch(
      /messaging\.sqlite could not be migrated to this version: the migration LogIdentity\d+ failed \(.*\)\. Nothing was changed\./,
    );

    inMessaging("INSERT INTO migrations (timestamp, name) VALUES (1763600000001, 'LogIdentity1763600000001')");
    await started.at(-1)?.end();
    const healed = start();
    await healed.healthy(laterStart);
    await healed.end();

    inMessaging("INSERT INTO migrations (timestamp, name) VALUES (1863650000000, 'FromTheFuture1863650000000')");
    const older = start();
    expect(await older.ended()).toBe(78);
    expect(older.lines.join('\n')).toMatch(
      /messaging\.sqlite was written by a later version .* FromTheFuture1863650000000/,
    );

    const seeds = join(dataDir, 'nats', 'seeds.json');
    await truncate(seeds, 0);
    const keyless = start();
    expect(await keyless.ended()).toBe(78);
    expect(keyless.lines.filter((line) => line.includes(`${seeds} is damaged`))).toHaveLength(1);
    expect((await stat(seeds)).size).toBe(0);
  });

  for (const [name, value] of [
    ['PORT', 'eighty'],
    ['HOST', '999.1'],
    ['NATS_URL', 'http://127.0.0.1'],
    ['LOG_LEVEL', 'loud'],
    ['PUBLIC_URL', 'chat'],
    ['TLS', 'on'],
  ] as const) {
    test(`reports an invalid ${name} in one sentence`, async () => {
      const product = start({ [name]: value });
      expect(await product.ended()).toBe(1);
      expect(product.lines.filter((line) => line.startsWith(`${name} must `))).toHaveLength(1);
    });
  }
});
