import { limits, permissionsOf, subjects, type UserId } from '@devchitchat/contracts';
import { encodeUser, fmtCreds } from '@nats-io/jwt';
import { createUser } from '@nats-io/nkeys';
import { connect, credsAuthenticator, type NatsConnection } from '@nats-io/transport-node';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mintBotCredentials, type BotCredentials, type BotSigner } from './bot-credentials';
import { readBotSigner, writeRevokedBots } from './bots.files';
import { keyPair } from './keyring';
import { ensureNatsKeys } from './nats-keys.files';

const dice = 'u_000000000000d1ce' as UserId;
const other = 'u_00000000000000th' as UserId;

const ends = new AsyncDisposableStack();
afterAll(() => ends.disposeAsync());

let folder: string;
let url: string;
let listen: string;
let signer: BotSigner;
let minted: BotCredentials;
let bot: NatsConnection;
let gateway: NatsConnection;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

async function enter(credentials: string, inboxPrefix: string): Promise<NatsConnection> {
  const authenticator = credsAuthenticator(new TextEncoder().encode(credentials));
  const connection = await connect({ servers: url, inboxPrefix, authenticator, reconnect: false });
  ends.defer(() => connection.close());
  return connection;
}

/** nats-server takes a moment to listen. */
async function enterSoon(credentials: string, inboxPrefix: string): Promise<NatsConnection> {
  const until = performance.now() + 5_000;
  for (;;) {
    try {
      return await enter(credentials, inboxPrefix);
    } catch (error) {
      if (performance.now() > until || !/refused/i.test(String(error))) throw error;
    }
  }
}

async function startServer() {
  const { configuration } = await ensureNatsKeys(folder, { listen });
  const server = spawn('nats-server', ['-c', configuration], { stdio: 'ignore' });
  const exited = once(server, 'exit');
  const end = async () => {
    server.kill('SIGKILL');
    await exited;
  };
  return { end };
}

let server: Awaited<ReturnType<typeof startServer>>;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bots-nats-'));
  ends.defer(() => rm(folder, { recursive: true }));
  listen = `127.0.0.1:${await freePort()}`;
  url = `nats://${listen}`;
  server = await startServer();
  ends.defer(() => server.end());
  signer = readBotSigner(folder)!;
  minted = await mintBotCredentials(signer, dice);
  gateway = await enterSoon(await readFile(join(folder, 'creds', 'gateway.creds'), 'utf8'), subjects.inbox('gateway'));
  bot = await enter(minted.credentials, subjects.botInbox(dice));
});

async function hearing(connection: NatsConnection, subject: string): Promise<string> {
  const refused = Promise.withResolvers<string>();
  const subscription = connection.subscribe(subject, {
    callback: (error) => {
      if (error) refused.resolve(error.message);
    },
  });
  const answer = await Promise.race([refused.promise, connection.flush()]);
  subscription.unsubscribe();
  return answer ?? 'let through';
}

async function saying(connection: NatsConnection, subject: string): Promise<string> {
  const statuses = connection.status();
  connection.publish(subject, '{}');
  const refusal = (async () => {
    for await (const status of statuses) if (status.type === 'error') return status.error.message;
    return 'let through';
  })();
  await connection.flush();
  return Promise.race([refusal, new Promise<string>((resolve) => setTimeout(resolve, 50, 'let through'))]);
}

const violation = expect.stringMatching(/permissions violation/i) as string;

describe('a bot on NATS', () => {
  it('sends commands on its own subject and receives answers, events and notices', async () => {
    const gatewaySide = gateway.subscribe(subjects.botCommands, {
      callback: (_error, request) => void request.respond(`heard ${request.subject}`),
    });
    const told = Promise.withResolvers<string>();
    bot.subscribe(subjects.botEvent(dice, '>'), { callback: (_error, event) => told.resolve(event.string()) });
    await Promise.all([gateway.flush(), bot.flush()]);
    const answer = await bot.request(subjects.botCommand(dice, 'msg.send'), '{}', { timeout: 2_000 });
    expect(answer.string()).toBe(`heard bot.${dice}.cmd.msg.send`);
    gateway.publish(subjects.botEvent(dice, 'message.sent'), 'news');
    expect(await told.promise).toBe('news');
    gatewaySide.unsubscribe();
  });

  it.each([
    ['>'],
    ['bot.>'],
    ['bot.*.evt.>'],
    [subjects.botEvent(other, 'message.sent')],
    [subjects.botCommand(dice, 'msg.send')],
    ['cmd.>'],
    [subjects.allEvents],
    ['ntc.>'],
    ['$SYS.>'],
    ['_INBOX.>'],
    [`${subjects.inbox('gateway')}.>`],
    [`${subjects.botInbox(other)}.>`],
  ])('hears nothing on %s', async (subject) => {
    expect(await hearing(bot, subject)).toEqual(violation);
  });

  it.each([
    [subjects.botCommand(other, 'msg.send')],
    [subjects.botEvent(dice, 'message.sent')],
    ['cmd.messaging.0.msg.send'],
    ['evt.messaging.0.message.sent'],
    ['ntc.gateway.resync'],
    ['feed.auth.0'],
    ['$JS.API.INFO'],
    ['$SYS.REQ.SERVER.PING'],
    [`${subjects.inbox('gateway')}.1`],
  ])('says nothing on %s', async (subject) => {
    expect(await saying(bot, subject)).toEqual(violation);
  });

  it('is told the maximum message size, which nats-server enforces', () => {
    expect(bot.info?.max_payload).toBe(limits.frameBytes);
  });
});

describe('the key that signs for bots', () => {
  it('signs bots only: further permissions in credentials are ignored', async () => {
    const user = createUser();
    const { publish, subscribe } = permissionsOf('gateway');
    const claim = { pub: { allow: [...publish] }, sub: { allow: [...subscribe] } };
    const jwt = await encodeUser('gateway', user, signer.account, claim, { signer: keyPair(signer.seed) });
    const credentials = new TextDecoder().decode(fmtCreds(jwt, user));
    await expect(enter(credentials, subjects.inbox('gateway'))).rejects.toThrow(/authorization/i);
  });
});

it('after the next start a revoked bot is rejected and another one is accepted', async () => {
  const kept = await mintBotCredentials(signer, other);
  await writeRevokedBots(folder, [minted.publicKey]);
  await server.end();
  server = await startServer();
  await enterSoon(kept.credentials, subjects.botInbox(other));
  await expect(enter(minted.credentials, subjects.botInbox(dice))).rejects.toThrow(/authorization/i);
});
