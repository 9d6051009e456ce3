import 'reflect-metadata';
import type { IncomingMessage, Server } from 'node:http';
import { limits } from '@devchitchat/contracts';
import {
  connectNats,
  createLogger,
  credentialsFile,
  NestLog,
  Problems,
  Readiness,
  type Logger,
  type RunningService,
} from '@devchitchat/service-kit';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { caPages } from './ca/ca.middleware';
import type { GatewayEnvironment } from './environment/environment';
import { GatewayModule, type Outside } from './gateway.module';
import { ConnectionGuard, connectionLimits, type ConnectionLimits } from './listeners/connection-guard.net';
import { ListenerAdapter } from './listeners/listener.adapter';
import { isJsonCommand } from './http/json-command';
import { sendSecurityHeaders } from './http/security-headers';
import { webApp, type Middleware } from './http/web-app.files';
import { HealthService } from './http/health.service';
import { Counters } from './limits/counters';
import { RateLimits } from './limits/rate-limits';
import { TrustedProxies } from './proxies/trusted-proxies';
import { OurPages } from './session/our-pages';
import { SocketServerAdapter } from './browsers/socket-server.adapter';
import { listening } from './listeners/listen-problem';
import { Listeners } from './listeners/listeners.http';
import { LocalTls } from './tls/local-tls.service';
import { openPlainListener, type PlainListenerOptions } from './listeners/plain-listener.http';
import { noteVisits } from './tls/visits';

const name = 'gateway';

export interface RunningGateway extends RunningService {
  /** The port it listens on; chosen by the operating system if PORT is 0. */
  readonly port: number;
  /** With TLS, the port of the plain HTTP listener that explains how to trust the certificate. */
  readonly plainPort: number | undefined;
  readonly counters: Counters;
}

/**
 * Opens the resources that can fail: NATS, then the ports. Nest manages all other lifecycles. Nothing is announced before
 * the ports are open.
 */
export async function startGateway(
  environment: GatewayEnvironment,
  limits = connectionLimits,
): Promise<RunningGateway> {
  const problems = new Problems();
  const logger = createLogger(name, environment.LOG_LEVEL, problems);
  const credentials = credentialsFile(environment, name);
  // This may refuse to start, so it comes before anything is opened.
  const tls = environment.TLS === 'local' ? await openTls(environment, logger) : undefined;
  const webFiles = webApp(environment.WEB_DIR);
  const nats = await connectNats({ process: name, url: environment.NATS_URL, credentials, logger });
  const publicPorts = { secure: securePort(environment), plain: environment.HTTP_PORT, listening: environment.PORT };
  const ca = tls && caPages(tls, environment.WEB_DIR, webFiles, publicPorts);
  const outside = { environment, logger, problems, nats, tls, publicPorts };
  const { app, guard } = await open(outside, { webFiles, ca: ca?.middleware }, limits);
  const listeners = app.get(Listeners);
  const { port } = listeners;
  publicPorts.secure ||= port;
  publicPorts.listening = port;
  if (tls && ca) {
    const plain = await openPlain(app, { tls, caPages: ca, publicPorts }, environment);
    guard.watch(plain);
    listeners.keepPlain(plain);
    publicPorts.plain = listeners.plainPort ?? publicPorts.plain;
  }
  app.get(Readiness).markReady();
  logger.info('Gateway listening.', { address: environment.HOST, port });
  return {
    port,
    plainPort: listeners.plainPort,
    counters: app.get(Counters),
    async stop() {
      await app.close();
      await nats.drain();
    },
  };
}

/** The port of the public URL, which may differ from the local one; 0 until the operating system has chosen a port. */
function securePort({ PUBLIC_URL, PORT }: GatewayEnvironment): number {
  return PUBLIC_URL === undefined ? PORT : Number(new URL(PUBLIC_URL).port || 443);
}

function openTls({ DATA_DIR, TLS_NAMES, PUBLIC_URL }: GatewayEnvironment, logger: Logger): Promise<LocalTls> {
  const declared = [...TLS_NAMES, ...(PUBLIC_URL === undefined ? [] : [new URL(PUBLIC_URL).hostname])];
  return LocalTls.open({ dataDir: DATA_DIR, declared, logger });
}

function openPlain(
  app: NestExpressApplication,
  pages: Pick<PlainListenerOptions, 'tls' | 'caPages' | 'publicPorts'>,
  { HTTP_PORT, HOST }: GatewayEnvironment,
): Promise<Server> {
  const proxies = app.get(TrustedProxies);
  const limits = app.get(RateLimits);
  const options = {
    ...pages,
    health: (request: IncomingMessage) => app.get(HealthService).reportFor(request),
    addressOf: (request: IncomingMessage) => proxies.addressOf(request),
    mayName: (request: IncomingMessage) => limits.waitFor(proxies.blockOf(request), 'newName') === 0,
  };
  return listening(openPlainListener(options, HTTP_PORT, HOST), 'HTTP_PORT', HTTP_PORT, HOST);
}

async function open(
  outside: Outside,
  { webFiles, ca }: { readonly webFiles: Middleware; readonly ca: Middleware | undefined },
  { perAddress, bodyMs, ...times }: ConnectionLimits,
): Promise<{ app: NestExpressApplication; guard: ConnectionGuard }> {
  const { environment, logger, tls } = outside;
  const app = await NestFactory.create<NestExpressApplication>(
    GatewayModule.standingOn(outside),
    new ListenerAdapter(tls, bodyMs),
    {
      logger: new NestLog(logger),
      bodyParser: false,
      abortOnError: false,
    },
  );
  // A load test connects from a single address.
  const maxPerAddress = perAddress * Math.max(1, environment.RATE_LIMIT_FACTOR);
  const guard = new ConnectionGuard(app.get(TrustedProxies), app.get(Counters), app.get(RateLimits), {
    perAddress: maxPerAddress,
    ...times,
  });
  guard.watch(app.getHttpServer());
  app.useWebSocketAdapter(new SocketServerAdapter(app, app.get(OurPages), app.get(Counters), guard));
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(sendSecurityHeaders);
  if (tls) app.use(noteVisits(tls, app.get(TrustedProxies)));
  if (ca) app.use(ca);
  app.use(webFiles);
  app.useBodyParser('json', { limit: limits.frameBytes, inflate: false, type: isJsonCommand });
  await listening(app.listen(environment.PORT, environment.HOST), 'PORT', environment.PORT, environment.HOST);
  return { app, guard };
}
