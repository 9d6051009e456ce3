import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import {
  accepted,
  authCommands,
  authEvents,
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
import { gatewayEnvironment } from '../environment';
import { standUp, type RunningGateway } from '../stand-up';
import { anEvent } from './events';
import type { Person } from './people';
import { RawSocket } from './raw-socket';

/** Answers a command in a service's place. */
export type Answer = (envelope: RequestEnvelope) => Reply<unknown> | Promise<Reply<unknown>>;

/**
 * A real gateway on a real nats-server, with just enough behind it: every person is known to "auth", and what the other
 * services answer is said by the spec.
 */
export class House implements AsyncDisposable {
  private readonly sockets: Socket[] = [];
  private readonly raws = new Set<RawSocket>();
  private readonly people = new Map<string, Person>();
  private readonly answers = new Map<string, Answer>();
  readonly over = new Set<SessionId>();
  /** Every envelope that came to a service, by command. */
  readonly asked: { readonly command: string; readonly envelope: RequestEnvelope }[] = [];

  private constructor(
    readonly gateway: RunningGateway,
    /** What the services would speak with. */
    readonly nats: NatsConnection,
    private server: TestNatsServer,
    private readonly ends: AsyncDisposableStack,
  ) {}

  static async open(variables: Record<string, string> = {}): Promise<House> {
    await using ends = new AsyncDisposableStack();
    const { path } = ends.use(temporaryFolder());
    const server = await startNatsServer();
    const { url } = server;
    const nats = await connectNats({ process: 'auth', url, logger: silentLogger });
    ends.defer(() => nats.close());
    const environment = { DATA_DIR: path, NATS_URL: url, LOG_LEVEL: 'silent', PORT: '0', ...variables };
    const gateway = await standUp(readEnvironment(gatewayEnvironment, environment));
    ends.defer(() => gateway.stop());
    const house = new House(gateway, nats, server, ends.move());
    await house.serve();
    return house;
  }

  get url(): string {
    return `http://127.0.0.1:${this.gateway.port}`;
  }

  get counters(): RunningGateway['counters'] {
    return this.gateway.counters;
  }

  answer(command: Command, answer: Answer): void {
    this.answers.set(subjects.command(command), answer);
  }

  /** Headers with which somebody comes to the door. */
  cookieOf(who: Person): { cookie: string } {
    this.people.set(who.token, who);
    return { cookie: `devchitchat_session=${who.token}` };
  }

  /** A socket that does not connect yet. */
  socket(headers: Record<string, string> = {}): Socket {
    const socket = io(this.url, {
      transports: ['websocket'],
      forceNew: true,
      reconnection: false,
      autoConnect: false,
      extraHeaders: headers,
    });
    this.sockets.push(socket);
    return socket;
  }

  /** Somebody's socket, once it has heard `hello`. */
  async enter(who: Person): Promise<Socket> {
    const socket = this.socket(this.cookieOf(who));
    const hello = new Promise((resolve) => socket.once('hello', resolve));
    socket.connect();
    await hello;
    return socket;
  }

  /** A connection for frames that no client of ours makes. */
  async rawSocket(headers: Record<string, string> = {}): Promise<RawSocket> {
    const raw = await RawSocket.open(this.url, headers);
    this.raws.add(raw);
    void raw.closed.then(() => this.raws.delete(raw));
    return raw;
  }

  /** Kills nats-server and brings it back; resolves when the services are back on it. */
  async restartNats(): Promise<void> {
    const back = new Promise<void>((resolve) => void onReconnect(this.nats, resolve));
    await this.server[Symbol.asyncDispose]();
    this.server = await startNatsServer(this.server);
    await back;
  }

  /** What auth does when a session is over. */
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

  private async serve(): Promise<void> {
    this.answer(authCommands.sessionResolve, ({ input }) => {
      const who = this.people.get((input as { token: string }).token);
      return who && !this.over.has(who.actor.sessionId)
        ? accepted({ actor: who.actor, user: who.user })
        : refused('unauthenticated', 'The session is over or was never here.');
    });
    this.answer(authCommands.sessionCheck, ({ input }) =>
      accepted({ over: (input as { sessionIds: SessionId[] }).sessionIds.filter((id) => this.over.has(id)) }),
    );
    this.answer(authCommands.firstAdminInvite, () => accepted({ token: null }));
    this.nats.subscribe('cmd.>', {
      callback: (_error, request) => {
        const envelope = request.json<RequestEnvelope>();
        this.asked.push({ command: request.subject, envelope });
        const answer = this.answers.get(request.subject) ?? (() => refused('unavailable', 'Nobody there.'));
        void Promise.resolve(answer(envelope)).then((reply) => request.respond(JSON.stringify(reply)));
      },
    });
    await this.nats.flush();
  }
}

/** Resolves once something is so; a spec's own timeout ends the waiting. */
export async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await delay(5);
}

/** Resolves with what a socket hears next under a name. */
export const heard = async (socket: Socket, name: string): Promise<unknown[]> =>
  once(socket as unknown as NodeJS.EventEmitter, name);
