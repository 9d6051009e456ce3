import { accepted, defineCommand, defineReason, refused, type Actor } from '@devchitchat/contracts';
import { Controller, Module, type INestMicroservice } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { Handles } from './handles';
import { silentLogger, type Logger } from '../process/logger';
import { startNatsServer, type TestNatsServer } from '../testing/nats-server';
import { CommandClient } from './command-client';
import { connectNats, onReconnect } from './connection';
import type { CommandContext, SignedInContext } from './envelope';
import { NatsTransport } from './nats-transport';

/** Access for everyone. */
const anyone = {
  anonymous: 'ok',
  stranger: 'ok',
  formerMember: 'ok',
  banned: 'ok',
  member: 'ok',
  muted: 'ok',
  mod: 'ok',
  owner: 'ok',
  admin: 'ok',
  bot: 'ok',
} as const;

const thereIsOne = defineReason('note.there_is_one', { code: 'conflict', sentence: 'There is one already.' });
const undeclared = defineReason('note.undeclared', { code: 'conflict', sentence: 'This is not declared.' });

const define = <Name extends string>(name: Name) =>
  defineCommand(name, {
    service: 'messaging',
    summary: 'Only in this spec.',
    input: z.strictObject({ text: z.string() }),
    value: z.object({ echo: z.string(), by: z.string().nullable() }),
    access: anyone,
    rate: 'read',
    refusals: [thereIsOne],
  });
const echo = define('note.echo');
const refuse = define('note.refuse');
const refuseOddly = define('note.refuse_oddly');
const explode = define('note.explode');
const unheard = define('note.unheard');
const sign = { ...define('note.sign'), access: { ...echo.access, anonymous: 'unauthenticated' as const } };

/** Access of commands that only admins may send. */
const administer = {
  ...define('note.administer'),
  access: {
    anonymous: 'unauthenticated',
    stranger: 'forbidden',
    formerMember: 'forbidden',
    banned: 'forbidden',
    member: 'forbidden',
    muted: 'forbidden',
    mod: 'forbidden',
    owner: 'forbidden',
    admin: 'ok',
    bot: 'invalid',
  } as const,
};

@Controller()
class Notes {
  administered = 0;

  @Handles(administer)
  administer({ text }: { text: string }, { actor }: SignedInContext) {
    this.administered += 1;
    return accepted({ echo: text, by: actor.userId });
  }

  @Handles(echo)
  async echo({ text }: { text: string }, { actor }: CommandContext) {
    return Promise.resolve(accepted({ echo: text, by: actor?.userId ?? null }));
  }

  @Handles(sign)
  sign({ text }: { text: string }, { actor }: SignedInContext) {
    return accepted({ echo: text, by: actor.userId });
  }

  @Handles(refuse)
  refuse() {
    return refused(thereIsOne);
  }

  @Handles(refuseOddly)
  refuseOddly() {
    return refused(undeclared);
  }

  @Handles(explode)
  explode(): never {
    throw new Error('a defect that quotes hunter2');
  }
}

/** Never used: it checks that the code compiles only with these comments. */
export class WrongNotes {
  // @ts-expect-error -- another input than the command's
  @Handles(echo)
  wrongInput({ words }: { words: string }) {
    return accepted({ echo: words, by: null });
  }

  // @ts-expect-error -- another value than the command's
  @Handles(echo)
  wrongValue({ text }: { text: string }) {
    return accepted({ echo: text.length, by: null });
  }

  // @ts-expect-error -- no Reply at all
  @Handles(echo)
  noReply() {
    return 'hello';
  }
}

@Module({ controllers: [Notes] })
class NotesModule {}

const actor = { userId: 'u_0123456789abcdef', sessionId: 's_0123456789abcdef', role: 'member' } as Actor;
const asking = { actor, trace: '0123456789abcdef', address: '127.0.0.1' };

describe('a command over NATS', () => {
  let server: TestNatsServer;
  let service: NatsConnection;
  let gateway: NatsConnection;
  let app: INestMicroservice;
  let client: CommandClient;
  let transport: NatsTransport;
  const errors: string[] = [];
  const logger: Logger = { ...silentLogger, error: (message) => errors.push(message) };

  beforeAll(async () => {
    server = await startNatsServer();
    service = await connectNats({ process: 'messaging', url: server.url, logger });
    gateway = await connectNats({ process: 'gateway', url: server.url, logger });
    transport = new NatsTransport('messaging', service, logger);
    app = await NestFactory.createMicroservice(NotesModule, {
      strategy: transport,
      logger: false,
    });
    await app.listen();
    client = new CommandClient(gateway, logger);
  });

  afterAll(async () => {
    await app.close();
    await Promise.all([service.close(), gateway.close()]);
    await server[Symbol.asyncDispose]();
  });

  it('brings input and actor to the handler, and its value back', async () => {
    expect(await client.ask(echo, { text: 'hello' }, asking)).toEqual(accepted({ echo: 'hello', by: actor.userId }));
  });

  it('brings a refusal back with its code', async () => {
    expect(await client.ask(refuse, { text: '' }, asking)).toEqual(refused(thereIsOne));
  });

  it('answers a refusal that the command does not declare with `internal`, and tells the log which', async () => {
    const reply = await client.ask(refuseOddly, { text: '' }, asking);
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal', reason: 'server.defect' } });
    expect(errors).toContain('A command was refused for a reason that it does not declare.');
  });

  it('does not reach its handler without an actor if it requires a session', async () => {
    expect(await client.ask(sign, { text: '' }, asking)).toMatchObject({ ok: true, value: { by: actor.userId } });
    const reply = await client.ask(sign, { text: '' }, { ...asking, actor: null });
    expect(reply).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
  });

  it('does not reach its handler from others if it is for admins', async () => {
    const notes = app.get(Notes);
    const admin = { ...actor, role: 'admin' as const };
    expect(await client.ask(administer, { text: '' }, { ...asking, actor: admin })).toMatchObject({ ok: true });
    expect(await client.ask(administer, { text: '' }, asking)).toMatchObject({
      ok: false,
      error: { code: 'forbidden' },
    });
    const nobody = await client.ask(administer, { text: '' }, { ...asking, actor: null });
    expect(nobody).toMatchObject({ ok: false, error: { code: 'unauthenticated' } });
    expect(notes.administered).toBe(1);
  });

  it("is decided by the actor's current role, if the service knows it", async () => {
    const admin = { ...actor, role: 'admin' as const };
    transport.decideBy({ asOfNow: (who) => ({ ...who, role: who.role === 'admin' ? 'member' : 'admin' }) });
    expect(await client.ask(administer, { text: '' }, asking)).toMatchObject({ ok: true });
    const former = await client.ask(administer, { text: '' }, { ...asking, actor: admin });
    expect(former).toMatchObject({ ok: false, error: { code: 'forbidden' } });
    transport.decideBy({ asOfNow: (who) => who });
  });

  it('answers a defect with `internal`, and tells the log instead of the client', async () => {
    const reply = await client.ask(explode, { text: '' }, asking);
    expect(reply).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toContain('hunter2');
    expect(errors).toContain('A handler failed.');
  });

  it('is answered even without a handler', async () => {
    expect(await client.ask(unheard, { text: '' }, asking)).toMatchObject({ ok: false, error: { code: 'invalid' } });
  });

  it.each(['', 'not json', 'null', '[]', '{}', '{"trace":"x","budgetMs":1,"actor":null,"address":"","input":{}}'])(
    'answers the malformed request %p with `invalid`',
    async (request) => {
      const answer = await gateway.request('cmd.messaging.0.note.echo', request, { timeout: 2_000 });
      expect(answer.json()).toMatchObject({ ok: false, error: { code: 'invalid' } });
    },
  );

  it('is refused with `unavailable` at once if no service is running', async () => {
    const nobodys = { ...echo, service: 'signaling' as const };
    const reply = await client.ask(nobodys, { text: '' }, asking);
    expect(reply).toMatchObject({ ok: false, error: { code: 'unavailable', retryable: true } });
  });

  it('is refused at once when NATS goes away, and answered again once it is back', async () => {
    const other = await startNatsServer();
    const nats = await connectNats({ process: 'gateway', url: other.url, logger });
    nats.subscribe('cmd.messaging.0.note.unheard', { callback: () => {} });
    const asker = new CommandClient(nats, logger);
    const asked = asker.ask(unheard, { text: '' }, asking);
    await nats.flush();
    const back = new Promise<void>((resolve) => void onReconnect(nats, resolve));
    await other[Symbol.asyncDispose]();

    expect(await asked).toMatchObject({ ok: false, error: { code: 'unavailable', retryAfterMs: 200 } });
    expect(await asker.ask(unheard, { text: '' }, asking)).toMatchObject({ ok: false, error: { code: 'unavailable' } });

    await using again = await startNatsServer(other);
    await back;
    nats.subscribe('cmd.messaging.0.note.echo', {
      callback: (_error, request) => void request.respond(JSON.stringify(accepted({ echo: again.url, by: null }))),
    });
    expect(await asker.ask(echo, { text: '' }, asking)).toMatchObject({ ok: true });
    await nats.close();
  });

  it('is refused at once when its service restarted', async () => {
    const silent = gateway.subscribe('cmd.signaling.>', { callback: () => {} });
    const asked = client.ask({ ...echo, service: 'signaling' }, { text: '' }, asking);
    const other = client.ask(echo, { text: 'still here' }, asking);
    client.giveUp('signaling');
    expect(await asked).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(await other).toMatchObject({ ok: true });
    silent.unsubscribe();
  });

  it('is refused where the connection is over', async () => {
    const nats = await connectNats({ process: 'gateway', url: server.url, logger });
    const asker = new CommandClient(nats, logger);
    await nats.drain();
    expect(await asker.ask(echo, { text: '' }, asking)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  });

  it('is answered by the time the service has closed', async () => {
    const asked = Array.from({ length: 50 }, (_, i) => client.ask(echo, { text: String(i) }, asking));
    await gateway.flush();
    await service.flush();
    await app.close();
    const replies = await Promise.all(asked);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(50);
  });
});
