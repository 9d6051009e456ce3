import { Module } from '@nestjs/common';
import { BotsModule } from '../bots/bots.module';
import { BrowsersModule } from '../browsers/browsers.module';
import { LimitsModule } from '../limits/limits.module';
import { PresenceModule } from '../presence/presence.module';
import { SocketsModule } from '../sockets/sockets.module';
import { FanOut } from './fan-out.nats';
import { PresenceExchange } from './presence-exchange.nats';
import { StalledSockets } from './stalled-sockets.service';

/** Delivers messages from services and other gateways to sockets and bots. */
@Module({
  imports: [LimitsModule, PresenceModule, SocketsModule, BrowsersModule, BotsModule],
  providers: [FanOut, StalledSockets, PresenceExchange],
})
export class FanOutModule {}
