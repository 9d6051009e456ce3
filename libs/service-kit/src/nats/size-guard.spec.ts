import { accepted, allCommands, serviceNames, type Actor, type Command, type Reply } from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { silentLogger, type Logger } from '../process/logger';
import { startNatsServer, type TestNatsServer } from '../testing/nats-server';
import { CommandClient } from './command-client';
import { connectNats } from './connection';
import { listen } from './listen';
import { NatsTransport } from './nats-transport';
import { maxPayloadOf, respond, send } from './send';

const actor = { userId: 'u_0123456789abcdef', sessionId: 's_0123456789abcdef', role: 'admin' } as Actor;
const asking = { actor, trace: '0123456789abcdef', address: '127.0.0.1' };

describe('a message larger than NATS carries', () => {
  let server: TestNatsServer;
  let here: NatsConnection;
  let there: NatsConnection;
  const errors: string[] = [];
  const logger: Logger = { ...silentLogger, error: (message) => errors.push(message) };

  beforeAll(async () => {
    server = await startNatsServer();
    here = await connectNats({ process: 'gateway', url: server.url, logger });
    there = await connectNats({ process: 'messaging', url: server.url, logger });
  });

  afterEach(() => void errors.splice(0));

  afterAll(async () => {
    await Promise.all([here.close(), there.close()]);
    await server[Symbol.asyncDispose]();
  });

  describe.each(serviceNames)('as an answer of %s', (service) => {
    const commands: readonly Command[] = allCommands.filter((command) => command.service === service);
    let transport: NatsTransport;
    let client: CommandClient;
    let answer: Reply<unknown>;

    beforeAll(async () => {
      transport = new NatsTransport(service, there, logger);
      for (const { name } of commands) {
        transport.addHandler(name, () => Promise.resolve(answer), false, { needsActor: false });
      }
      await new Promise<void>((resolve, reject) => {
        transport.listen((error) =>
          error === undefined ? resolve() : reject(new Error('Nobody listens.', { cause: error })),
        );
      });
      client = new CommandClient(here, logger);
    });

    afterAll(() => transport.close());

    it.each(commands.map((command) => [command.name, command] as const))(
      'to %s is the refusal `too_large`, and the next answer arrives',
      async (_name, command) => {
        answer = accepted({ list: 'ä'.repeat(maxPayloadOf(there) / 2) });
        const refusal = await client.ask(command, {}, asking);
        expect(refusal).toMatchObject({ ok: false, error: { code: 'too_large', retryable: false } });
        expect(errors).toContain('An answer was too large.');
        answer = accepted({});
        expect(await client.ask(command, {}, asking)).toEqual(accepted({}));
      },
    );
  });

  it('is refused as an input before it is sent', async () => {
    const [command] = allCommands as readonly Command[];
    const reply = await new CommandClient(here, logger).ask(command!, { text: 'x'.repeat(2 ** 20) }, asking);
    expect(reply).toMatchObject({ ok: false, error: { code: 'too_large' } });
  });

  it('is not sent, byte for byte at the limit that the server names', () => {
    const limit = maxPayloadOf(here);
    expect(limit).toBe(here.info?.max_payload);
    expect(send(here, 'nobody', 'x'.repeat(limit))).toBeUndefined();
    expect(send(here, 'nobody', 'x'.repeat(limit + 1))).toBe('too large');
    expect(send(here, 'nobody', 'ä'.repeat(limit / 2))).toBeUndefined();
    expect(send(here, 'nobody', 'ä'.repeat(limit / 2 + 1))).toBe('too large');
  });

  it('leaves the connection reading: what a callback throws or rejects with is logged and nothing else', async () => {
    listen(there, 'throws', { logger }, () => {
      throw new Error('a defect');
    });
    listen(there, 'rejects', { logger }, () => Promise.reject(new Error('a defect')));
    listen(there, 'answers', { logger }, (request) => respond(there, request, 'still here'));
    await there.flush();
    send(here, 'throws', '');
    send(here, 'rejects', '');
    const answer = await here.request('answers', '', { timeout: 2_000 });
    expect(answer.json()).toBe('still here');
    expect(errors).toEqual(['A message was not handled.', 'A message was not handled.']);
  });
});

it('nothing is sent, answered or thrown on a connection that is closed', async () => {
  await using server = await startNatsServer();
  const nats = await connectNats({ process: 'messaging', url: server.url, logger: silentLogger });
  await nats.close();
  expect(send(nats, 'anywhere', '')).toBe('away');
  expect(respond(nats, { reply: '_INBOX.1' }, accepted({}))).toBe('away');
});
