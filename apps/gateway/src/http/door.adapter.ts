import { createServer, type RequestListener } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';

/** Milliseconds. Whoever sends a request drop by drop holds a connection no longer than this. */
const patience = { headersTimeout: 10_000, requestTimeout: 15_000, connectionsCheckingInterval: 2_000 };

/** Connections of all kinds at once; one more is closed unheard. */
const maxConnections = 2_000;

/** Express on a server that does not wait for ever. Nest makes its own with Node's defaults, five minutes a request. */
export class DoorAdapter extends ExpressAdapter {
  override initHttpServer(): void {
    this.httpServer = createServer(patience, this.getInstance<RequestListener>());
    this.httpServer.maxConnections = maxConnections;
  }
}
