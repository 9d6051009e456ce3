import {
  CommandClient,
  ENVIRONMENT,
  Liveness,
  LIVENESS,
  LOGGER,
  NATS,
  Publisher,
  Readiness,
  type LivenessOptions,
  type Logger,
  type Problems,
} from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Module, type DynamicModule } from '@nestjs/common';
import { BotsModule } from './bots/bots.module';
import { BrowsersModule } from './browsers/browsers.module';
import type { PublicPorts } from './links/public-ports';
import type { GatewayEnvironment } from './environment/environment';
import { FilesModule } from './files/files.module';
import { FanOutModule } from './fan-out/fan-out.module';
import { HttpModule } from './http/http.module';
import { LimitsModule } from './limits/limits.module';
import { RateLimits } from './limits/rate-limits';
import { LinkAddresses } from './links/link-addresses';
import { StartupMessages } from './listeners/startup-messages.stdout';
import { Listeners } from './listeners/listeners.http';
import { MetricsModule } from './metrics/metrics.module';
import { PicturesModule } from './pictures/pictures.module';
import { TrustedProxies } from './proxies/trusted-proxies';
import { ReportsModule } from './reports/reports.module';
import type { NamesInUse } from './session/handshake.service';
import { OurPages } from './session/our-pages';
import { sessionCookie } from './session/session-cookie';
import { NAMES_IN_USE, SESSION_COOKIE } from './session/tokens';
import { LocalTls } from './tls/local-tls.service';
import { nameOfVisit } from './tls/visits';

/** The resources that the gateway needs before the Nest container is created. NATS is closed after the container. */
export interface Outside {
  readonly environment: GatewayEnvironment;
  readonly logger: Logger;
  readonly problems: Problems;
  readonly nats: NatsConnection;
  /** Set if the gateway serves HTTPS itself. */
  readonly tls: LocalTls | undefined;
  /** The public ports; each is known once its listener is open. */
  readonly publicPorts: PublicPorts;
}

@Module({})
class OutsideModule {}

/**
 * Each module is a folder and exports the providers that other folders may inject. Every module may inject the resources
 * from outside.
 */
@Module({
  imports: [
    LimitsModule,
    HttpModule,
    FilesModule,
    PicturesModule,
    BrowsersModule,
    BotsModule,
    FanOutModule,
    MetricsModule,
    ReportsModule,
  ],
  providers: [Listeners, Liveness],
})
export class GatewayModule {
  static standingOn(outside: Outside): DynamicModule {
    return {
      module: GatewayModule,
      imports: [outsideModule(outside)],
      providers: [{ provide: LIVENESS, useValue: livenessOptions(outside) }, startupMessages(outside)],
    };
  }
}

/** Global, so that Nest creates it first and destroys it last. */
function outsideModule({ environment, logger, nats, tls, publicPorts }: Outside): DynamicModule {
  const { PUBLIC_URL } = environment;
  const isSecure = tls !== undefined || (PUBLIC_URL?.startsWith('https:') ?? false);
  const proxies = new TrustedProxies(environment.TRUST_PROXY);
  const providers = [
    { provide: ENVIRONMENT, useValue: environment },
    { provide: LOGGER, useValue: logger },
    { provide: NATS, useValue: nats },
    { provide: Readiness, useClass: Readiness },
    { provide: SESSION_COOKIE, useValue: sessionCookie(isSecure) },
    { provide: TrustedProxies, useValue: proxies },
    { provide: OurPages, useValue: new OurPages(proxies, PUBLIC_URL, tls?.serves) },
    { provide: NAMES_IN_USE, useValue: namesInUse(tls) },
    { provide: LinkAddresses, useValue: new LinkAddresses({ environment, tls, publicPorts }) },
    { provide: CommandClient, useValue: new CommandClient(nats, logger) },
    { provide: Publisher, useValue: new Publisher('gateway', nats, logger) },
    { provide: RateLimits, useValue: new RateLimits(environment.RATE_LIMIT_FACTOR, () => performance.now()) },
    ...(tls ? [{ provide: LocalTls, useValue: tls }] : []),
  ];
  return { module: OutsideModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
}

const livenessOptions = ({ environment, problems }: Outside): LivenessOptions => ({
  process: 'gateway',
  problems,
  heartbeatFile: environment.HEARTBEAT_FILE,
});

const startupMessages = ({ tls, publicPorts }: Outside) => ({
  provide: StartupMessages,
  useFactory: (commands: CommandClient, readiness: Readiness, links: LinkAddresses) =>
    new StartupMessages({ commands, readiness, links, tls, publicPorts }),
  inject: [CommandClient, Readiness, LinkAddresses],
});

const namesInUse = (tls: LocalTls | undefined): NamesInUse => ({
  usedBy(request, userId) {
    const name = tls && nameOfVisit(request);
    if (name !== undefined) tls?.used(name, 'used', userId);
  },
});
