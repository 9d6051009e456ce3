import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressBlock } from '@devchitchat/service-kit';
import type { Counters } from '../limits/counters';
import type { RateLimits } from '../limits/rate-limits';
import type { TrustedProxies } from '../proxies/trusted-proxies';

export interface ConnectionLimits {
  /**
   * Concurrent connections from one address, over all listeners. Twenty people behind one router, with five sockets each
   * and their browsers' other connections, use about two hundred.
   */
  readonly perAddress: number;
  /** Milliseconds from the connection to the end of its first request's headers, including the TLS handshake. */
  readonly firstRequestMs: number;
  /** Milliseconds from an answer to the next request. */
  readonly keepAliveMs: number;
  /** Milliseconds without traffic on an HTTP connection. WebSockets have a heartbeat instead. */
  readonly idleMs: number;
  /** Milliseconds for the body of a request that is no file; 15 s if left out. */
  readonly bodyMs?: number;
}

/** The limits of the product; specs use smaller ones. */
export const connectionLimits: ConnectionLimits = {
  perAddress: 256,
  firstRequestMs: 10_000,
  keepAliveMs: 5_000,
  idleMs: 60_000,
};

/** Unanswered requests per connection. Browsers wait for each answer. */
const maxAhead = 16;

/**
 * Closes silent connections, connections of an address that has too many, and floods of requests. Node's own timeouts
 * restart with each step (handshake, headers, body), and `maxConnections` does not distinguish addresses: without this
 * guard a single address could exhaust the listener.
 */
export class ConnectionGuard {
  /** Open connections per address. */
  private readonly open = new Map<string, number>();
  /** Timers of connections without a request in progress. */
  private readonly unused = new Map<string, NodeJS.Timeout>();
  /** Unanswered requests per connection. */
  private readonly ahead = new WeakMap<Socket, number>();

  constructor(
    private readonly proxies: TrustedProxies,
    private readonly counters: Counters,
    private readonly rates: RateLimits,
    private readonly limits: ConnectionLimits,
  ) {}

  /** Call once per listener, before it listens. */
  watch(server: Server): void {
    server.timeout = this.limits.idleMs;
    server.keepAliveTimeout = this.limits.keepAliveMs;
    // On a TLS server this event comes before the handshake.
    server.on('connection', (socket: Socket) => this.meet(socket));
    server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
      this.hearExpectation(request, response),
    );
    const first = () =>
      server.prependListener('request', (request: IncomingMessage, response: ServerResponse) =>
        this.hear(request, response),
      );
    // socket.io inserts itself before all existing request listeners when it attaches.
    if (server.listening) first();
    else server.once('listening', first);
  }

  /**
   * Counts a WebSocket upgrade. Behind a proxy, whose own connections are not counted, it counts for its client, as do
   * requests in progress.
   *
   * @returns whether the upgrade is allowed
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
    if (!this.proxies.isProxied(socket) && this.isFlooding(addressBlock(remoteAddress))) {
      socket.destroy();
      return;
    }
    this.startTimer(socket, this.limits.firstRequestMs);
    socket.once('close', () => this.stopTimer(socket));
  }

  /**
   * Runs until the headers of the next request are complete: Node ignores blank lines before it, and they delay Node's own
   * timers.
   */
  private startTimer(socket: Socket, ms: number): void {
    this.stopTimer(socket);
    const timer = setTimeout(() => {
      this.counters.cuts.count('unused');
      socket.destroy();
    }, ms).unref();
    this.unused.set(keyOf(socket), timer);
  }

  /** Checks every request before all other listeners. Those refused here are finished, see `unlessRefused`. */
  private hear(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    this.stopTimer(socket);
    if (socket.destroyed) return;
    const ahead = (this.ahead.get(socket) ?? 0) + 1;
    this.ahead.set(socket, ahead);
    response.once('close', () => this.answered(socket));
    if (ahead > maxAhead) {
      this.counters.cuts.count('flood');
      socket.destroy();
    } else if (this.proxies.isProxied(socket)) {
      const block = this.proxies.blockOf(request);
      // A proxy would take a cut connection for an unavailable server.
      if (this.isFlooding(block) || !this.count(block, response)) {
        response.writeHead(429, { 'Retry-After': '1' }).end();
      }
    } else if (this.isFlooding(this.proxies.blockOf(request))) {
      socket.destroy();
    } else if (request.headers['transfer-encoding'] !== undefined) {
      this.counters.cuts.count('malformed');
      refuse(response, 411);
    }
  }

  /** Node answers these itself without emitting the request. */
  private hearExpectation(request: IncomingMessage, response: ServerResponse): void {
    this.hear(request, response);
    if (!request.socket.destroyed && !response.writableEnded) refuse(response, 417);
  }

  private answered(socket: Socket): void {
    const ahead = (this.ahead.get(socket) ?? 1) - 1;
    this.ahead.set(socket, ahead);
    if (ahead === 0 && !socket.destroyed) {
      this.startTimer(socket, this.limits.keepAliveMs + this.limits.firstRequestMs);
    }
  }

  private isFlooding(block: string): boolean {
    if (this.rates.waitFor(block, 'request') === 0) return false;
    this.counters.cuts.count('flood');
    return true;
  }

  /** Counts until the connection is closed or the answer is sent. */
  private count(block: string, counted: Socket | ServerResponse): boolean {
    const open = this.open.get(block) ?? 0;
    if (open >= this.limits.perAddress) {
      this.counters.cuts.count('crowd');
      return false;
    }
    this.open.set(block, open + 1);
    counted.once('close', () => {
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

/** Closes the connection with the answer and ignores further input. */
function refuse(response: ServerResponse, status: 411 | 417): void {
  response.writeHead(status, { Connection: 'close' }).end(() => response.req.socket.destroy());
}

/** Wraps a request listener so that it skips requests the guard refused. */
export const unlessRefused =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    if (!request.socket.destroyed && !response.writableEnded) listener(request, response);
  };

/** A key shared by a connection and the TLS socket on it, which are two objects. */
const keyOf = ({ remoteAddress, remotePort, localPort }: Socket): string =>
  `${remoteAddress ?? ''} ${String(remotePort)} ${String(localPort)}`;
