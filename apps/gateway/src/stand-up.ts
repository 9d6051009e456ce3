import 'reflect-metadata';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { limits } from '@devchitchat/contracts';
import {
  CommandClient,
  connectNats,
  createLogger,
  credentialsFile,
  NestLog,
  Publisher,
  serveHealth,
  startHeartbeat,
  type RunningService,
} from '@devchitchat/service-kit';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { GatewayEnvironment } from './environment';
import { GatewayModule, type Outside } from './gateway.module';
import { DoorAdapter } from './http/door.adapter';
import { firstAdminLink } from './http/first-admin.client';
import { sendSecurityHeaders } from './http/security-headers';
import { webApp } from './http/web-app.files';
import { Counters } from './limits/counters';
import { reportCounters } from './limits/counters.log';
import { BrowserSockets } from './sockets/browser-sockets.gateway';
import { SocketServerAdapter } from './sockets/socket-server.adapter';

const name = 'gateway';

/** Milliseconds that what is under way has left when the gateway is told to stop. */
const lastWords = 1_500;

export interface RunningGateway extends RunningService {
  /** Where it listens; chosen by the operating system when PORT is 0. */
  readonly port: number;
  readonly counters: Counters;
}

/** In this order: NATS, the door, then the word that it stands. */
export async function standUp(environment: GatewayEnvironment): Promise<RunningGateway> {
  const logger = createLogger(name, environment.LOG_LEVEL);
  const credentials = credentialsFile(environment, name);
  const nats = await connectNats({ process: name, url: environment.NATS_URL, credentials, logger });
  const app = await open({ environment, logger, nats });
  const server: Server = app.getHttpServer();
  const { port } = server.address() as AddressInfo;
  const counters = app.get(Counters);

  serveHealth(name, nats, () => {});
  const stopHeartbeat = startHeartbeat(name, new Publisher(name, nats));
  const stopReports = reportCounters(counters, logger);
  const stopping = new AbortController();
  const base = environment.PUBLIC_URL ?? `http://localhost:${port}`;
  void firstAdminLink(app.get(CommandClient), base, stopping.signal).then((link) => {
    // Not a log line: a person looks for it, and `npm start` shows it.
    if (link !== undefined) process.stdout.write(`First admin: ${link}\n`);
  });
  logger.info('The gateway listens.', { address: environment.HOST, port });

  return {
    port,
    counters,
    async stop() {
      stopping.abort();
      stopHeartbeat();
      stopReports();
      server.close();
      await app.get(BrowserSockets).leave(lastWords);
      setTimeout(() => server.closeAllConnections(), lastWords).unref();
      await app.close();
      await nats.drain();
    },
  };
}

async function open(outside: Outside): Promise<NestExpressApplication> {
  const { environment, logger } = outside;
  const app = await NestFactory.create<NestExpressApplication>(GatewayModule.standingOn(outside), new DoorAdapter(), {
    logger: new NestLog(logger),
    bodyParser: false,
    abortOnError: false,
  });
  app.useWebSocketAdapter(new SocketServerAdapter(app, environment.PUBLIC_URL, app.get(Counters)));
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(sendSecurityHeaders);
  app.use(webApp(environment.WEB_DIR));
  app.useBodyParser('json', { limit: limits.frameBytes, inflate: false });
  await app.listen(environment.PORT, environment.HOST);
  return app;
}
