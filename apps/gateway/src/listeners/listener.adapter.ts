import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer, type Server } from 'node:https';
import { ExpressAdapter } from '@nestjs/platform-express';
import { withBodyDeadline } from './body-deadline.http';
import { unlessRefused } from './connection-guard.net';
import type { LocalTls } from '../tls/local-tls.service';

/** Milliseconds. The longest that a slowly sent request can occupy a connection. */
export const timeouts = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 };

/**
 * Milliseconds. The longest time for the body of a request whose handler allows slow bodies: 100 MB over a line of 0.25 Mbit/s.
 * Uploads keep the bytes that arrived in time.
 */
const longestBody = 3_600_000;

/** Maximum concurrent connections of all kinds; further ones are closed. */
export const maxConnections = 2_000;

/** Express on a server with short timeouts. Nest's own server has Node's defaults, five minutes per request. */
export class ListenerAdapter extends ExpressAdapter {
  /** @param bodyMs milliseconds for the body of a request, unless its handler allows slow bodies */
  constructor(
    private readonly tls?: LocalTls,
    private readonly bodyMs = timeouts.requestTimeout,
  ) {
    super();
  }

  override initHttpServer(): void {
    const listener = unlessRefused(withBodyDeadline(this.getInstance<RequestListener>(), this.bodyMs));
    this.httpServer = this.tls
      ? secureServer(this.tls, listener)
      : createServer({ ...timeouts, requestTimeout: longestBody }, listener);
    this.httpServer.maxConnections = maxConnections;
  }
}

/** The certificate for new connections changes at runtime; open connections keep theirs. */
function secureServer(tls: LocalTls, listener: RequestListener): Server {
  const handshakeTimeout = timeouts.headersTimeout;
  const server = createSecureServer(
    { ...timeouts, requestTimeout: longestBody, handshakeTimeout, ...tls.presented },
    listener,
  );
  tls.onRenewed((pair) => server.setSecureContext(pair));
  return server;
}
