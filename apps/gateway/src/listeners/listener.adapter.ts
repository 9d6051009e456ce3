import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer, type Server } from 'node:https';
import { ExpressAdapter } from '@nestjs/platform-express';
import { unlessRefused } from './connection-guard.net';
import type { LocalTls } from '../tls/local-tls.service';

/** Milliseconds. Whoever sends a request drop by drop holds a connection no longer than this. */
export const timeouts = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 };

/** Connections of all kinds at once; one more is closed unheard. */
export const maxConnections = 2_000;

/** Express on a server that does not wait for ever. Nest makes its own with Node's defaults, five minutes a request. */
export class ListenerAdapter extends ExpressAdapter {
  constructor(private readonly tls?: LocalTls) {
    super();
  }

  override initHttpServer(): void {
    const listener = unlessRefused(this.getInstance<RequestListener>());
    this.httpServer = this.tls ? secureServer(this.tls, listener) : createServer(timeouts, listener);
    this.httpServer.maxConnections = maxConnections;
  }
}

/** What is presented to new connections changes while it runs; those that are open keep what they have. */
function secureServer(tls: LocalTls, listener: RequestListener): Server {
  const handshakeTimeout = timeouts.headersTimeout;
  const server = createSecureServer({ ...timeouts, handshakeTimeout, ...tls.presented }, listener);
  tls.onRenewed((pair) => server.setSecureContext(pair));
  return server;
}
