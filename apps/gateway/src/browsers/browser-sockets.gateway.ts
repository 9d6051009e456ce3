import { setTimeout as delay } from 'node:timers/promises';
import { limits, type Refusal, type ServerRole, type SessionId, type UserId } from '@devchitchat/contracts';
import { LOGGER, version, type Logger } from '@devchitchat/service-kit';
import { Inject, type OnModuleDestroy } from '@nestjs/common';
import {
  WebSocketGateway,
  WebSocketServer,
  type OnGatewayConnection,
  type OnGatewayDisconnect,
  type OnGatewayInit,
} from '@nestjs/websockets';
import { Counters } from '../limits/counters';
import { RateLimits } from '../limits/rate-limits';
import { fullBucket, takeToken } from '../limits/token-bucket';
import { TrustedProxies } from '../proxies/trusted-proxies';
import { inParts, listed } from '../presence/people-here';
import { Presence } from '../presence/presence.service';
import { defect } from '../relay/refusals';
import { SocketCommands } from '../relay/socket-commands.service';
import { EndedSessions } from '../session/ended-sessions';
import { Handshake } from '../session/handshake.service';
import type { BrowserServer, BrowserSocket, Connection } from '../sockets/browser-socket';
import { cutConnection, onEachFrame } from '../sockets/connection.raw';
import { cutBy } from '../sockets/ending';
import { WriteBatch } from '../sockets/write-batch.service';

const connectError = (refusal: Refusal): Error => Object.assign(new Error(refusal.message), { data: refusal });

/** Maximum frames before the session of a connection is known. A browser's client sends one, and perhaps a heartbeat. */
const maxFramesFromStrangers = 20;

/** Milliseconds for running commands to finish when the gateway stops. */
const commandGraceMs = 1_500;

/** Milliseconds to send the last frames. */
const goodbye = 200;

/** Accepts browser sockets, receives their commands, and closes those whose session ended. */
@WebSocketGateway()
export class BrowserSockets
  implements
    OnGatewayInit<BrowserServer>,
    OnGatewayConnection<BrowserSocket>,
    OnGatewayDisconnect<BrowserSocket>,
    OnModuleDestroy
{
  /** Number of role changes received. */
  roleChanges = 0;
  /** Every socket joins two rooms: its user id and its session id. */
  @WebSocketServer() readonly io!: BrowserServer;
  private readonly ended = new EndedSessions();
  /** Connections whose session is known. */
  private readonly known = new WeakSet<Connection>();

  constructor(
    @Inject(LOGGER) private readonly logger: Logger,
    private readonly handshake: Handshake,
    private readonly commands: SocketCommands,
    private readonly writes: WriteBatch,
    private readonly limits: RateLimits,
    private readonly counters: Counters,
    private readonly proxies: TrustedProxies,
    private readonly presence: Presence,
  ) {}

  afterInit(io: BrowserServer): void {
    io.use((socket, next) => {
      this.handshake.admit(socket).then(
        (refusal) => next(refusal && connectError(refusal)),
        (error: unknown) => {
          this.logger.error('A handshake failed.', { error });
          next(connectError(defect.error));
        },
      );
    });
    io.engine.on('connection', (connection: Connection) => this.watch(connection));
  }

  handleConnection(socket: BrowserSocket): void {
    const { actor, user, settings } = socket.data;
    this.known.add(socket.conn);
    if (this.ended.has(actor.sessionId)) return void socket.disconnect(true);
    socket.emit('hello', { user, sessionId: actor.sessionId, settings, version, now: Date.now(), limits });
    for (const [part, people] of inParts(listed(this.presence.shown)).entries()) {
      socket.emit('presence', { whole: part === 0, people });
    }
    socket.on('command', (name, ...said) => void this.commands.hear(socket, name, said));
  }

  handleDisconnect(socket: BrowserSocket): void {
    this.presence.close(socket.id);
    // A client may disconnect its socket but keep the connection, which would then count for no session.
    socket.conn.close();
  }

  /** The sessions with a socket at this gateway. */
  sessions(): SessionId[] {
    return [...new Set(Array.from(this.io.sockets.sockets.values(), ({ data }) => data.actor.sessionId))];
  }

  /** Closes a session's sockets immediately, including those still in their handshake. */
  endSession(session: SessionId): void {
    this.ended.add(session, performance.now());
    for (const id of this.io.sockets.adapter.rooms.get(session) ?? []) {
      const socket = this.io.sockets.sockets.get(id);
      if (!socket) continue;
      this.counters.cuts.count('session');
      this.presence.end(id);
      socket.disconnect(true);
    }
  }

  /** Sets a user's role on all of their sockets. */
  changeRole(userId: UserId, role: ServerRole): void {
    this.roleChanges += 1;
    for (const { data } of this.io.sockets.sockets.values()) {
      if (data.actor.userId === userId) data.actor = { ...data.actor, role };
    }
  }

  /** Sets the roles on all sockets of the asked sessions, given which of these belong to admins. */
  setRoles(asked: readonly SessionId[], admins: readonly SessionId[]): void {
    const [known, adminSessions] = [new Set(asked), new Set(admins)];
    for (const { data } of this.io.sockets.sockets.values()) {
      const { sessionId } = data.actor;
      if (known.has(sessionId)) data.actor = { ...data.actor, role: adminSessions.has(sessionId) ? 'admin' : 'member' };
    }
  }

  /** Finishes running commands within a grace period, then disconnects every browser; clients reconnect on their own. */
  async onModuleDestroy(): Promise<void> {
    const until = performance.now() + commandGraceMs;
    while (this.isAnswering() && performance.now() < until) await delay(10);
    const connections = Array.from(this.io.sockets.sockets.values(), ({ conn }) => conn);
    for (const connection of connections) connection.close();
    if (connections.length > 0) await delay(goodbye);
    for (const connection of connections) cutConnection(connection);
  }

  private isAnswering(): boolean {
    return Array.from(this.io.sockets.sockets.values()).some(({ data }) => data.inFlight > 0);
  }

  private watch(connection: Connection): void {
    this.writes.take(connection);
    const address = this.proxies.addressOf(connection.request);
    const rate = this.limits.rate('frame');
    const frames = fullBucket(rate, performance.now());
    let heard = 0;
    onEachFrame(connection, () => {
      const isStranger = (heard += 1) > maxFramesFromStrangers && !this.known.has(connection);
      if (!isStranger && takeToken(frames, rate, performance.now()) === 0) return;
      if (!cutConnection(connection)) return;
      this.counters.cuts.count('flood');
      this.logger.warn('A connection was cut.', { reason: 'flood', address });
    });
    connection.once('close', (reason: string) => {
      const cut = cutBy(reason);
      if (cut) this.counters.cuts.count(cut);
    });
  }
}
