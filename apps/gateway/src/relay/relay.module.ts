import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.module';
import { PresenceModule } from '../presence/presence.module';
import { OwnCommands } from './own-commands.service';
import { Relay } from './relay.service';
import { SocketCommands } from './socket-commands.service';
import { TurnEnd } from './turn-end.service';

@Module({
  imports: [LimitsModule, PresenceModule],
  providers: [TurnEnd, OwnCommands, Relay, SocketCommands],
  exports: [Relay, SocketCommands],
})
export class RelayModule {}
