import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.module';
import { PresenceModule } from '../presence/presence.module';
import { RelayModule } from '../relay/relay.module';
import { BotDoor } from './bot-door.nats';
import { BotFanOut } from './bot-fan-out.nats';
import { BotRoll } from './bot-roll.service';

@Module({
  imports: [LimitsModule, PresenceModule, RelayModule],
  providers: [BotRoll, BotDoor, BotFanOut],
  exports: [BotRoll, BotFanOut],
})
export class BotsModule {}
