import { CommandClient, ENVIRONMENT, LOGGER, NATS, Publisher, type Logger } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { BotDoor } from './bots/bot-door.nats';
import { BotFanOut } from './bots/bot-fan-out.nats';
import { BotRoll } from './bots/bot-roll.service';
import type { GatewayEnvironment } from './environment/environment';
import { FanOut } from './fan-out/fan-out.nats';
import { StalledSockets } from './fan-out/stalled-sockets.service';
import { ApiController } from './http/api.controller';
import { HealthController } from './http/health.controller';
import { ReplyFilter } from './http/reply.filter';
import { Wellbeing } from './http/wellbeing.nats';
import { Counters } from './limits/counters';
import { RateLimits } from './limits/rate-limits';
import { MetricsController } from './metrics/metrics.controller';
import { Metrics } from './metrics/metrics.service';
import { PresenceExchange } from './fan-out/presence-exchange.nats';
import { Presence } from './presence/presence.service';
import { TrustedProxies } from './proxies/trusted-proxies';
import { Relay } from './relay/relay.service';
import { SocketCommands } from './relay/socket-commands.service';
import { TurnEnd } from './relay/turn-end.service';
import { DoorReporter } from './reports/door.reporter';
import { Handshake, type NamesInUse } from './session/handshake.service';
import { Operators } from './session/operators.service';
import { OurPages } from './session/our-pages';
import { SessionCheck } from './browsers/session-check.service';
import { sessionCookie } from './session/session-cookie';
import { Sessions } from './session/sessions.service';
import { BrowserSockets } from './browsers/browser-sockets.gateway';
import { WriteBatch } from './sockets/write-batch.service';
import type { LocalTls } from './tls/local-tls.service';
import { nameOfVisit } from './tls/visits';
import { NAMES_IN_USE, SESSION_COOKIE } from './session/tokens';

/** What the gateway stands on. */
export interface Outside {
  readonly environment: GatewayEnvironment;
  readonly logger: Logger;
  readonly nats: NatsConnection;
  /** Where the gateway speaks HTTPS itself. */
  readonly tls: LocalTls | undefined;
}

@Module({})
export class GatewayModule {
  static standingOn({ environment, logger, nats, tls }: Outside): DynamicModule {
    const { PUBLIC_URL } = environment;
    const isSecure = tls !== undefined || (PUBLIC_URL?.startsWith('https:') ?? false);
    const proxies = new TrustedProxies(environment.TRUST_PROXY);
    return {
      module: GatewayModule,
      controllers: [ApiController, HealthController, MetricsController],
      providers: [
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
        { provide: APP_FILTER, useClass: ReplyFilter },
        Counters,
        Presence,
        TurnEnd,
        Relay,
        Sessions,
        Handshake,
        SocketCommands,
        WriteBatch,
        BrowserSockets,
        SessionCheck,
        StalledSockets,
        BotRoll,
        BotDoor,
        BotFanOut,
        FanOut,
        PresenceExchange,
        Operators,
        Wellbeing,
        DoorReporter,
        Metrics,
      ],
    };
  }
}

const namesInUse = (tls: LocalTls | undefined): NamesInUse => ({
  usedBy(request, userId) {
    const name = tls && nameOfVisit(request);
    if (name !== undefined) tls?.used(name, 'used', userId);
  },
});
