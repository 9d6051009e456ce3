import {
  authCommands as auth,
  parseInput,
  subjects,
  type Command,
  type DraftOf,
  type PublishedEvent,
  type Reply,
  type ReplyTo,
  type SessionActor,
  type ValueOf,
} from '@devchitchat/contracts';
import { CommandClient, connectNats, randomTrace, silentLogger, type RunningService } from '@devchitchat/service-kit';
import { startNatsServer, temporaryFolder, type TestNatsServer } from '@devchitchat/service-kit/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { service } from '../main';

export interface Person {
  readonly actor: SessionActor;
  readonly sessionToken: string;
}

const environmentOf = (folder: string, server: TestNatsServer) => ({
  DATA_DIR: folder,
  NATS_URL: server.url,
  LOG_LEVEL: 'silent',
});

/** The whole service on a real nats-server and a real file, addressed as the gateway addresses it. */
export class RunningAuth implements AsyncDisposable {
  /** All events that the service has published. */
  readonly published: PublishedEvent[] = [];
  private readonly client: CommandClient;
  private stopping: Promise<void> | undefined;

  private constructor(
    private readonly folder: ReturnType<typeof temporaryFolder>,
    private readonly server: TestNatsServer,
    private running: RunningService,
    readonly nats: NatsConnection,
  ) {
    this.client = new CommandClient(nats, silentLogger);
    nats.subscribe(subjects.eventsOf('auth'), {
      callback: (_error, message) => void this.published.push(message.json<PublishedEvent>()),
    });
  }

  static async start(): Promise<RunningAuth> {
    const folder = temporaryFolder();
    const server = await startNatsServer();
    const running = await service.start(environmentOf(folder.path, server));
    const nats = await connectNats({ process: 'gateway', url: server.url, logger: silentLogger });
    const started = new RunningAuth(folder, server, running, nats);
    await nats.flush();
    return started;
  }

  get dataFolder(): string {
    return this.folder.path;
  }

  async ask<C extends Command>(
    command: C,
    draft: DraftOf<C>,
    who: Person | null = null,
    address = '192.0.2.1',
  ): Promise<ReplyTo<C>> {
    const input = parseInput(command, draft);
    if (!input.ok) return input;
    const asking = { actor: who?.actor ?? null, trace: randomTrace(), address };
    return this.client.ask(command, input.value, asking);
  }

  /** Like `ask`, but throws on a refusal. */
  async get<C extends Command>(command: C, draft: DraftOf<C>, who: Person | null = null): Promise<ValueOf<C>> {
    return valueOf(await this.ask(command, draft, who));
  }

  async resolve(sessionToken: string): Promise<Person> {
    const { actor } = await this.get(auth.sessionResolve, { token: sessionToken });
    return { actor, sessionToken };
  }

  async firstAdmin(handle = 'ada'): Promise<Person> {
    const { token } = await this.get(auth.firstAdminInvite, {});
    return this.redeem(token ?? '', handle);
  }

  async invite(admin: Person, maxUses = 1): Promise<string> {
    return (await this.get(auth.inviteCreate, { maxUses }, admin)).token;
  }

  async redeem(token: string, handle: string): Promise<Person> {
    const registration = { token, handle, displayName: `The ${handle}`, device: 'Firefox on Linux' };
    return this.resolve((await this.get(auth.inviteRedeem, registration)).sessionToken);
  }

  /** The types of the published events, once NATS has delivered all of them. */
  async heard(): Promise<string[]> {
    await this.nats.flush();
    return this.published.map(({ event }) => event.type);
  }

  /** Restarts the service on the same file, as after a crash. */
  async restart(): Promise<void> {
    await this.running.stop();
    this.running = await service.start(environmentOf(this.folder.path, this.server));
  }

  /** Stops the service, so that a spec can read its file. */
  stop(): Promise<void> {
    return (this.stopping ??= this.running.stop());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
    await this.nats.close();
    await this.server[Symbol.asyncDispose]();
    this.folder[Symbol.dispose]();
  }
}

export function valueOf<Value>(reply: Reply<Value>): Value {
  if (!reply.ok) throw new Error(`refused: ${reply.error.code} ${reply.error.message}`);
  return reply.value;
}

export const refusedWith = (code: string) => ({ ok: false, error: { code } });
