import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { addressBlock } from '@devchitchat/service-kit';
import type { Counters } from '../limits/counters';
import type { RateLimits } from '../limits/rate-limits';
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

/** Requests that one connection may have asked before the first is answered. Browsers wait for each answer. */
const mostAhead = 16;

/**
 * Ends connections that say nothing, those of an address that has too many, and floods of requests. Node's own limits begin
 * anew with each step, the handshake, the headers and the body, and `maxConnections` does not know who has them: without
 * this a single address shuts the door for everybody.
 */
export class ConnectionGuard {
  /** How many each address has. */
  private readonly open = new Map<string, number>();
  /** Those of which no request is under way. */
  private readonly unused = new Map<string, NodeJS.Timeout>();
  /** Requests of each connection that are not answered yet. */
  private readonly ahead = new WeakMap<Socket, number>();

  constructor(
    private readonly proxies: TrustedProxies,
    private readonly counters: Counters,
    private readonly rates: RateLimits,
    private readonly limits: ConnectionLimits,
  ) {}

  /** Once for each listener, before it listens. */
  watch(server: Server): void {
    server.timeout = this.limits.idleMs;
    server.keepAliveTimeout = this.limits.keepAliveMs;
    // Of a TLS server this is the connection before its handshake.
    server.on('connection', (socket: Socket) => this.meet(socket));
    server.on('checkExpectation', (request: IncomingMessage, response: ServerResponse) =>
      this.hearExpectation(request, response),
    );
    const first = () =>
      server.prependListener('request', (request: IncomingMessage, response: ServerResponse) =>
        this.hear(request, response),
      );
    // socket.io puts itself before all listeners that are there when it attaches.
    if (server.listening) first();
    else server.once('listening', first);
  }

  /**
   * A WebSocket is asked for. Behind a proxy, whose own connections are not counted, it counts for its client, as requests
   * under way do.
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
    if (!this.proxies.isProxied(socket) && this.isFlooding(addressBlock(remoteAddress))) {
      socket.destroy();
      return;
    }
    this.startTimer(socket, this.limits.firstRequestMs);
    socket.once('close', () => this.stopTimer(socket));
  }

  /** Until the next request is whole: blank lines before it are nothing to Node, and hold its own timers up. */
  private startTimer(socket: Socket, ms: number): void {
    this.stopTimer(socket);
    const timer = setTimeout(() => {
      this.counters.cuts.count('unused');
      socket.destroy();
    }, ms).unref();
    this.unused.set(keyOf(socket), timer);
  }

  /** Every request, before anybody else hears of it. What is refused here is done with, see `unlessRefused`. */
  private hear(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    this.stopTimer(socket);
    if (socket.destroyed) return;
    const ahead = (this.ahead.get(socket) ?? 0) + 1;
    this.ahead.set(socket, ahead);
    response.once('close', () => this.answered(socket));
    if (ahead > mostAhead) {
      this.counters.cuts.count('flood');
      socket.destroy();
    } else if (this.proxies.isProxied(socket)) {
      const block = this.proxies.blockOf(request);
      // A proxy takes a connection that is cut for a server that is away.
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

  /** Node answers these by itself and tells nobody of the request. */
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

  /** Until the connection is closed, or the answer to the request. */
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

/** Ends the connection with the answer: what else comes on it is not read. */
function refuse(response: ServerResponse, status: 411 | 417): void {
  response.writeHead(status, { Connection: 'close' }).end(() => response.req.socket.destroy());
}

/** What a request is answered with, unless the guard has refused it. */
export const unlessRefused =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    if (!request.socket.destroyed && !response.writableEnded) listener(request, response);
  };

/** The same for a connection and for the TLS upon it, which are two objects. */
const keyOf = ({ remoteAddress, remotePort, localPort }: Socket): string =>
  `${remoteAddress ?? ''} ${String(remotePort)} ${String(localPort)}`;
