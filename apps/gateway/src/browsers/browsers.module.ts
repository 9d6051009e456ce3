import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.module';
import { PresenceModule } from '../presence/presence.module';
import { RelayModule } from '../relay/relay.module';
import { SessionModule } from '../session/session.module';
import { SocketsModule } from '../sockets/sockets.module';
import { BrowserSockets } from './browser-sockets.gateway';
import { SessionCheck } from './session-check.service';

@Module({
  imports: [LimitsModule, PresenceModule, SessionModule, RelayModule, SocketsModule],
  providers: [BrowserSockets, SessionCheck],
  exports: [BrowserSockets, SessionCheck],
})
export class BrowsersModule {}
