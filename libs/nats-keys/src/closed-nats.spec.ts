import { permissionsOf, processNames, serviceNames, subjects, type ProcessName } from '@devchitchat/contracts';
import { connect, credsAuthenticator, type Msg, type NatsConnection } from '@nats-io/transport-node';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureNatsKeys } from './nats-keys.files';

let folder: string;
let url: string;
let server: ChildProcess;
const connections = {} as Record<ProcessName, NatsConnection>;

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  probe.close();
  return port;
}

const connectAs = async (name: ProcessName) =>
  connect({
    servers: url,
    inboxPrefix: subjects.inbox(name),
    authenticator: credsAuthenticator(await readFile(join(folder, 'creds', `${name}.creds`))),
    waitOnFirstConnect: true,
    reconnectTimeWait: 50,
  });

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'closed-nats-'));
  const listen = `127.0.0.1:${await freePort()}`;
  url = `nats://${listen}`;
  const { configuration } = await ensureNatsKeys(folder, { listen });
  server = spawn('nats-server', ['-c', configuration], { stdio: 'ignore' });
  for (const name of processNames) connections[name] = await connectAs(name);
});

afterAll(async () => {
  for (const connection of Object.values(connections)) await connection.close();
  server.kill();
  await once(server, 'exit');
  await rm(folder, { recursive: true });
});

/** nats-server's error for a subscription; `undefined` if it is allowed. */
async function subscribing(name: ProcessName, subject: string): Promise<Error | undefined> {
  const refused = Promise.withResolvers<Error>();
  const subscription = connections[name].subscribe(subject, {
    callback: (error) => {
      if (error) refused.resolve(error);
    },
  });
  const answer = await Promise.race([refused.promise, connections[name].flush()]);
  subscription.unsubscribe();
  return answer ?? undefined;
}

/** Publishes, and returns whether nats-server allowed it. */
async function publishing(name: ProcessName, subject: string): Promise<'let through' | 'refused'> {
  const statuses = connections[name].status();
  connections[name].publish(subject, '{}');
  const refusal = (async () => {
    for await (const status of statuses) {
      if (status.type === 'error' && status.error.message.includes(subject)) return 'refused' as const;
    }
    return 'let through' as const;
  })();
  await connections[name].flush();
  return Promise.race([refusal, new Promise<'let through'>((resolve) => setTimeout(resolve, 50, 'let through'))]);
}

const answering = (name: ProcessName, subject: string) =>
  connections[name].subscribe(subject, {
    queue: name,
    callback: (error, request: Msg) => {
      if (!error) request.respond(`${name} heard ${request.string()}`);
    },
  });

describe('a nats-server closed by our keys', () => {
  it('refuses who shows no credentials', async () => {
    await expect(connect({ servers: url, reconnect: false })).rejects.toThrow(/authorization/i);
  });

  it('refuses credentials of another installation', async () => {
    const other = await mkdtemp(join(tmpdir(), 'other-nats-'));
    await ensureNatsKeys(other, { listen: '127.0.0.1:1' });
    const authenticator = credsAuthenticator(await readFile(join(other, 'creds', 'gateway.creds')));
    await expect(connect({ servers: url, authenticator, reconnect: false })).rejects.toThrow(/authorization/i);
    await rm(other, { recursive: true });
  });

  it.each([...processNames])('lets %s subscribe to its own subjects', async (name) => {
    for (const subject of permissionsOf(name).subscribe) {
      expect([subject, await subscribing(name, subject)]).toEqual([subject, undefined]);
    }
  });

  it.each([...processNames])(
    'lets %s hear neither everything, nor the system, nor an inbox of another',
    async (name) => {
      const others = processNames.filter((other) => other !== name).map((other) => `${subjects.inbox(other)}.>`);
      for (const subject of ['>', '*.>', '$SYS.>', '_INBOX.>', '*', ...others]) {
        expect([subject, (await subscribing(name, subject))?.message]).toEqual([
          subject,
          expect.stringMatching(/permissions violation/i),
        ]);
      }
    },
  );

  it.each([...serviceNames])('does not let %s receive commands or publish events of another service', async (name) => {
    for (const other of serviceNames.filter((service) => service !== name)) {
      expect((await subscribing(name, subjects.commandsOf(other)))?.message).toMatch(/permissions violation/i);
      for (const subject of [
        subjects.event(other, 'anything.happened'),
        subjects.notice(other, 'typing'),
        `cmd.${other}.0.anything`,
        `${subjects.inbox(other)}.1`,
      ]) {
        expect([subject, await publishing(name, subject)]).toEqual([subject, 'refused']);
      }
    }
  });

  it.each([...serviceNames])('lets %s publish its own events', async (name) => {
    expect(await publishing(name, subjects.event(name, 'anything.happened'))).toBe('let through');
  });

  it.each([...serviceNames])('carries a request from the gateway to %s and the answer back', async (name) => {
    const subscription = answering(name, subjects.commandsOf(name));
    await connections[name].flush();
    const answer = await connections.gateway.request(`cmd.${name}.0.anything`, 'a command', { timeout: 2000 });
    expect(answer.string()).toBe(`${name} heard a command`);
    subscription.unsubscribe();
  });

  it('carries questions about health to every process, and about the log of auth to messaging', async () => {
    for (const name of processNames) {
      const subscription = answering(name, subjects.health(name));
      await connections[name].flush();
      const answer = await connections.gateway.request(subjects.health(name), 'how?', { timeout: 2000 });
      expect(answer.string()).toBe(`${name} heard how?`);
      subscription.unsubscribe();
    }
    const subscription = answering('auth', subjects.feed('auth'));
    await connections.auth.flush();
    const answer = await connections.messaging.request(subjects.feed('auth'), 'after 0', { timeout: 2000 });
    expect(answer.string()).toBe('auth heard after 0');
    subscription.unsubscribe();
  });

  it('lets a service answer a request once', async () => {
    const answers: string[] = [];
    const service = connections.auth.subscribe('cmd.auth.0.anything', {
      callback: (_error, request) => {
        request.respond('first');
        request.respond('second');
      },
    });
    const gateway = connections.gateway.subscribe(`${subjects.inbox('gateway')}.once`, {
      callback: (_error, answer) => void answers.push(answer.string()),
    });
    await connections.auth.flush();
    connections.gateway.publish('cmd.auth.0.anything', '', { reply: `${subjects.inbox('gateway')}.once` });
    await connections.gateway.flush();
    await connections.auth.flush();
    await connections.gateway.flush();
    expect(answers).toEqual(['first']);
    service.unsubscribe();
    gateway.unsubscribe();
  });

  it('reports at once that a request has no responder', async () => {
    await expect(connections.gateway.request('cmd.signaling.0.anything', '', { timeout: 2000 })).rejects.toThrow(
      /no responders/i,
    );
  });
});
