import { CommandClient, ENVIRONMENT, LOGGER, NATS, Publisher, type Logger } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Module, type DynamicModule } from '@nestjs/common';
import { BotsModule } from './bots/bots.module';
import { BrowsersModule } from './browsers/browsers.module';
import type { GatewayEnvironment } from './environment/environment';
import { FanOutModule } from './fan-out/fan-out.module';
import { HttpModule } from './http/http.module';
import { RateLimits } from './limits/rate-limits';
import { MetricsModule } from './metrics/metrics.module';
import { TrustedProxies } from './proxies/trusted-proxies';
import { ReportsModule } from './reports/reports.module';
import type { NamesInUse } from './session/handshake.service';
import { OurPages } from './session/our-pages';
import { sessionCookie } from './session/session-cookie';
import { NAMES_IN_USE, SESSION_COOKIE } from './session/tokens';
import type { LocalTls } from './tls/local-tls.service';
import { nameOfVisit } from './tls/visits';

/** What the gateway stands on. */
export interface Outside {
  readonly environment: GatewayEnvironment;
  readonly logger: Logger;
  readonly nats: NatsConnection;
  /** Where the gateway speaks HTTPS itself. */
  readonly tls: LocalTls | undefined;
}

/** Each module is a folder, and exports what other folders may inject. What comes from outside, all of them may. */
@Module({})
export class GatewayModule {
  static standingOn(outside: Outside): DynamicModule {
    const providers = providersOf(outside);
    return {
      module: GatewayModule,
      global: true,
      imports: [HttpModule, BrowsersModule, BotsModule, FanOutModule, MetricsModule, ReportsModule],
      providers,
      exports: providers.map(({ provide }) => provide),
    };
  }
}

function providersOf({ environment, logger, nats, tls }: Outside) {
  const { PUBLIC_URL } = environment;
  const isSecure = tls !== undefined || (PUBLIC_URL?.startsWith('https:') ?? false);
  const proxies = new TrustedProxies(environment.TRUST_PROXY);
  return [
    { provide: ENVIRONMENT, useValue: environment },
    { provide: LOGGER, useValue: logger },
    { provide: NATS, useValue: nats },
    { provide: SESSION_COOKIE, useValue: sessionCookie(isSecure) },
    { provide: TrustedProxies, useValue: proxies },
    { provide: OurPages, useValue: new OurPages(proxies, PUBLIC_URL, tls?.serves) },
    { provide: NAMES_IN_USE, useValue: namesInUse(tls) },
    { provide: CommandClient, useValue: new CommandClient(nats, logger) },
    { provide: Publisher, useValue: new Publisher('gateway', nats, logger) },
    { provide: RateLimits, useValue: new RateLimits(environment.RATE_LIMIT_FACTOR, () => performance.now()) },
  ];
}

const namesInUse = (tls: LocalTls | undefined): NamesInUse => ({
  usedBy(request, userId) {
    const name = tls && nameOfVisit(request);
    if (name !== undefined) tls?.used(name, 'used', userId);
  },
});
