import { CommandClient, LOGGER, NATS, type Logger } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import type { GatewayEnvironment } from './environment';
import { FanOut } from './fan-out/fan-out.nats';
import { StalledSockets } from './fan-out/stalled-sockets.service';
import { ApiController } from './http/api.controller';
import { HealthController } from './http/health.controller';
import { ReplyFilter } from './http/reply.filter';
import { Wellbeing } from './http/wellbeing.nats';
import { Counters } from './limits/counters';
import { RateLimits } from './limits/rate-limits';
import { Relay } from './relay/relay.service';
import { SocketCommands } from './relay/socket-commands.service';
import { TurnEnd } from './relay/turn-end.service';
import { Handshake } from './session/handshake.service';
import { SessionCheck } from './session/session-check.service';
import { sessionCookie } from './session/session-cookie';
import { Sessions } from './session/sessions.service';
import { BrowserSockets } from './sockets/browser-sockets.gateway';
import { WriteBatch } from './sockets/write-batch.service';
import { ENVIRONMENT, SESSION_COOKIE } from './tokens';

/** What the gateway stands on. */
export interface Outside {
  readonly environment: GatewayEnvironment;
  readonly logger: Logger;
  readonly nats: NatsConnection;
}

@Module({})
export class GatewayModule {
  static standingOn({ environment, logger, nats }: Outside): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [ApiController, HealthController],
      providers: [
        { provide: ENVIRONMENT, useValue: environment },
        { provide: LOGGER, useValue: logger },
        { provide: NATS, useValue: nats },
        { provide: SESSION_COOKIE, useValue: sessionCookie(environment.PUBLIC_URL) },
        { provide: CommandClient, useValue: new CommandClient(nats, logger) },
        { provide: RateLimits, useValue: new RateLimits(environment.RATE_LIMIT_FACTOR, () => performance.now()) },
        { provide: APP_FILTER, useClass: ReplyFilter },
        Counters,
        TurnEnd,
        Relay,
        Sessions,
        Handshake,
        SocketCommands,
        WriteBatch,
        BrowserSockets,
        SessionCheck,
        StalledSockets,
        FanOut,
        Wellbeing,
      ],
    };
  }
}
