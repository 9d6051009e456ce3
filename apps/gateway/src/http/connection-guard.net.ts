import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { addressBlock } from '@devchitchat/service-kit';
import type { Counters } from '../limits/counters';
import type { TrustedProxies } from '../proxies/trusted-proxies';

export interface ConnectionLimits {
  /**
   * Open at once from one address, on all listeners together. Twenty people behind one router, with five sockets each and
   * what their browsers keep open beside these, are some two hundred.
   */
  readonly perAddress: number;
  /** Milliseconds from the connection to the end of its first request's headers, with the TLS handshake between them. */
  readonly firstRequestMs: number;
  /** Milliseconds from an answer to the next request. */
  readonly keepAliveMs: number;
  /** Milliseconds in which an HTTP connection neither sends nor takes anything. WebSockets have a heartbeat instead. */
  readonly idleMs: number;
}

export const connectionLimits: ConnectionLimits = {
  perAddress: 256,
  firstRequestMs: 10_000,
  keepAliveMs: 5_000,
  idleMs: 60_000,
};

/**
 * Ends connections that say nothing, and those of an address that has too many. Node's own limits begin anew with each
 * step, the handshake, the headers and the body, and `maxConnections` does not know who has them: without this a single
 * address shuts the door for everybody.
 */
export class ConnectionGuard {
  /** How many each address has. */
  private readonly open = new Map<string, number>();
  /** Those that have not asked for anything yet. */
  private readonly unused = new Map<string, NodeJS.Timeout>();

  constructor(
    private readonly proxies: TrustedProxies,
    private readonly counters: Counters,
    private readonly limits: ConnectionLimits,
  ) {}

  /** Once for each listener, before it listens. */
  watch(server: Server): void {
    server.timeout = this.limits.idleMs;
    server.keepAliveTimeout = this.limits.keepAliveMs;
    // Of a TLS server this is the connection before its handshake.
    server.on('connection', (socket: Socket) => this.meet(socket));
    server.prependListener('request', (request: IncomingMessage) => this.stopTimer(request.socket));
  }

  /**
   * A WebSocket is asked for. Behind a proxy, whose own connections are not counted, it counts for its client.
   *
   * @returns whether it may be one more
   */
  admitUpgrade(request: IncomingMessage): boolean {
    this.stopTimer(request.socket);
    return !this.proxies.isProxied(request.socket) || this.count(this.proxies.blockOf(request), request.socket);
  }

  private meet(socket: Socket): void {
    const { remoteAddress } = socket;
    if (remoteAddress === undefined) return;
    if (!this.proxies.isProxied(socket) && !this.count(addressBlock(remoteAddress), socket)) {
      socket.destroy();
      return;
    }
    const key = keyOf(socket);
    const timer = setTimeout(() => {
      this.counters.cuts.count('unused');
      socket.destroy();
    }, this.limits.firstRequestMs).unref();
    this.unused.set(key, timer);
    socket.once('close', () => {
      clearTimeout(timer);
      // The same port may be in use again already.
      if (this.unused.get(key) === timer) this.unused.delete(key);
    });
  }

  private count(block: string, socket: Socket): boolean {
    const open = this.open.get(block) ?? 0;
    if (open >= this.limits.perAddress) {
      this.counters.cuts.count('crowd');
      return false;
    }
    this.open.set(block, open + 1);
    socket.once('close', () => {
      const left = (this.open.get(block) ?? 1) - 1;
      if (left > 0) this.open.set(block, left);
      else this.open.delete(block);
    });
    return true;
  }

  private stopTimer(socket: Socket): void {
    const key = keyOf(socket);
    clearTimeout(this.unused.get(key));
    this.unused.delete(key);
  }
}

/** The same for a connection and for the TLS upon it, which are two objects. */
const keyOf = ({ remoteAddress, remotePort, localPort }: Socket): string =>
  `${remoteAddress ?? ''} ${String(remotePort)} ${String(localPort)}`;
