import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  accepted,
  usualServerSettings,
  authCommands,
  authEvents,
  commonReasons as reasons,
  refused,
  subjects,
  type AnyEvent,
  type Audience,
  type Command,
  type DataOf,
  type Notice,
  type ProcessName,
  type Reply,
  type SessionId,
  type UserId,
} from '@devchitchat/contracts';
import {
  connectNats,
  onReconnect,
  readEnvironment,
  silentLogger,
  type RequestEnvelope,
} from '@devchitchat/service-kit';
import { startNatsServer, temporaryFolder, type TestNatsServer } from '@devchitchat/service-kit/testing';
import type { NatsConnection } from '@nats-io/transport-node';
import { io, type Socket } from 'socket.io-client';
import { gatewayEnvironment } from '../environment/environment';
import type { ConnectionLimits } from '../listeners/connection-guard.net';
import { startGateway, type RunningGateway } from '../start-gateway';
import { anEvent } from './events';
import type { Person } from './people';
import { RawSocket } from './raw-socket';

const botCheck = subjects.command(authCommands.botCheck);

/** Answers a command in place of a service. */
export type Answer = (envelope: RequestEnvelope) => Reply<unknown> | Promise<Reply<unknown>>;

/**
 * A real gateway on a real nats-server with a minimal back end: every person is known to the fake auth, and specs define
 * the answers of the other services.
 */
export class GatewayHarness implements AsyncDisposable {
  private readonly sockets: Socket[] = [];
  private readonly raws = new Set<RawSocket>();
  private readonly people = new Map<string, Person>();
  private readonly answers = new Map<string, Answer>();
  private readonly bots = new Set<UserId>();
  readonly over = new Set<SessionId>();
  /** Sessions that currently belong to admins, whatever was announced. */
  readonly admins = new Set<SessionId>();
  /** Every envelope received by a service, by command. */
  readonly asked: { readonly command: string; readonly envelope: RequestEnvelope }[] = [];

  private constructor(
    readonly gateway: RunningGateway,
    /** The services' NATS connection. */
    readonly nats: NatsConnection,
    private server: TestNatsServer,
    private readonly ends: AsyncDisposableStack,
    /** With TLS, the certificate that browsers have to trust. */
    readonly authority: string | undefined,
  ) {}

  static async open(variables: Record<string, string> = {}, limits?: ConnectionLimits): Promise<GatewayHarness> {
    await using ends = new AsyncDisposableStack();
    const { path } = ends.use(temporaryFolder());
    const server = await startNatsServer();
    const { url } = server;
    const nats = await connectNats({ process: 'auth', url, logger: silentLogger });
    ends.defer(() => nats.close());
    const environment = { DATA_DIR: path, NATS_URL: url, LOG_LEVEL: 'silent', PORT: '0', HTTP_PORT: '0', ...variables };
    const gateway = await startGateway(readEnvironment(gatewayEnvironment, environment), limits);
    ends.defer(() => gateway.stop());
    const authority = variables['TLS'] === 'local' ? readFileSync(join(path, 'tls', 'ca.crt'), 'utf8') : undefined;
    const harness = new GatewayHarness(gateway, nats, server, ends.move(), authority);
    await harness.serve();
    return harness;
  }

  get url(): string {
    return `${this.authority === undefined ? 'http' : 'https'}://127.0.0.1:${this.gateway.port}`;
  }

  get counters(): RunningGateway['counters'] {
    return this.gateway.counters;
  }

  answer(command: Command, answer: Answer): void {
    this.answers.set(subjects.command(command), answer);
  }

  /** The Cookie header of a person. */
  cookieOf(who: Person): { cookie: string } {
    this.people.set(who.token, who);
    return { cookie: `${this.authority === undefined ? '' : '__Host-'}devchitchat_session=${who.token}` };
  }

  /** A socket that is not connected yet. */
  socket(headers: Record<string, string> = {}, url = this.url): Socket {
    const socket = io(url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      extraHeaders: headers,
      ...(this.authority !== undefined && { ca: this.authority }),
    });
    this.sockets.push(socket);
    return socket;
  }

  /** A person's socket, after it received `hello`. */
  async enter(who: Person, url = this.url): Promise<Socket> {
    const socket = this.socket(this.cookieOf(who), url);
    const hello = new Promise((resolve) => socket.once('hello', resolve));
    socket.connect();
    await hello;
    return socket;
  }

  /** A raw connection for frames that no client sends. */
  async rawSocket(headers: Record<string, string> = {}): Promise<RawSocket> {
    const raw = await RawSocket.open(this.url, headers);
    this.raws.add(raw);
    void raw.closed.then(() => this.raws.delete(raw));
    return raw;
  }

  /** Another gateway for the same services, until the harness closes or `stop` is called. */
  async anotherGateway(): Promise<{ readonly url: string; readonly stop: () => Promise<void> }> {
    const { path } = this.ends.use(temporaryFolder());
    const environment = { DATA_DIR: path, NATS_URL: this.server.url, LOG_LEVEL: 'silent', PORT: '0', HTTP_PORT: '0' };
    const gateway = await startGateway(readEnvironment(gatewayEnvironment, environment));
    let stopped: Promise<void> | undefined;
    const stop = () => (stopped ??= gateway.stop());
    this.ends.defer(stop);
    return { url: `http://127.0.0.1:${gateway.port}`, stop };
  }

  /** Kills nats-server and restarts it; resolves when the services have reconnected. */
  async restartNats(): Promise<void> {
    const back = new Promise<void>((resolve) => void onReconnect(this.nats, resolve));
    await this.server[Symbol.asyncDispose]();
    this.server = await startNatsServer(this.server);
    await back;
  }

  /** Ends a session as auth does. */
  endSession({ actor: { userId, sessionId } }: Person): void {
    this.over.add(sessionId);
    const event = { ...anEvent, type: authEvents.sessionRevoked.type, body: { sessionId, userId } };
    this.sayEvent(event, [userId], 'auth');
  }

  sayEvent(event: AnyEvent, audience: Audience, from: 'auth' | 'messaging' = 'messaging'): void {
    this.nats.publish(subjects.event(from, event.type), JSON.stringify({ audience, event }));
  }

  sayNotice<N extends Notice>(from: ProcessName, { name }: N, data: DataOf<N>, audience: Audience): void {
    this.nats.publish(subjects.notice(from, name), JSON.stringify({ audience, name, data }));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.ends.disposeAsync();
    for (const socket of this.sockets) socket.disconnect();
    for (const raw of this.raws) raw.socket.terminate();
    await this.server[Symbol.asyncDispose]();
  }

  /** Creates a bot as auth does. */
  createBot(bot: UserId): void {
    this.bots.add(bot);
    this.sayEvent({ ...anEvent, type: authEvents.botCreated.type, body: { userId: bot } }, 'everyone', 'auth');
  }

  /** Revokes a bot as auth does. */
  revokeBot(bot: UserId): void {
    this.bots.delete(bot);
    this.sayEvent({ ...anEvent, type: authEvents.botRevoked.type, body: { userId: bot } }, 'everyone', 'auth');
  }

  private async serve(): Promise<void> {
    this.answer(authCommands.sessionResolve, ({ input }) => {
      const who = this.people.get((input as { token: string }).token);
      return who && !this.over.has(who.actor.sessionId)
        ? accepted({ actor: who.actor, user: who.user, settings: usualServerSettings })
        : refused(reasons.sessionOver);
    });
    this.answer(authCommands.sessionCheck, ({ input }) => {
      const { sessionIds } = input as { sessionIds: SessionId[] };
      return accepted({
        over: sessionIds.filter((id) => this.over.has(id)),
        admins: sessionIds.filter((id) => this.admins.has(id)),
      });
    });
    this.answer(authCommands.firstAdminInvite, () => accepted({ token: null }));
    this.answer(authCommands.botCheck, () => accepted({ live: [...this.bots], revoked: [], next: null }));
    this.nats.subscribe('cmd.>', {
      callback: (_error, request) => {
        const envelope = request.json<RequestEnvelope>();
        // The gateway sends this on its own, at times that specs cannot predict.
        if (request.subject !== botCheck) this.asked.push({ command: request.subject, envelope });
        const answer = this.answers.get(request.subject) ?? (() => refused(reasons.serverLate));
        void Promise.resolve(answer(envelope)).then((reply) => request.respond(JSON.stringify(reply)));
      },
    });
    await this.nats.flush();
  }
}

/** Resolves with the arguments of the socket's next event of this name. */
export const heard = async (socket: Socket, name: string): Promise<unknown[]> =>
  once(socket as unknown as NodeJS.EventEmitter, name);
