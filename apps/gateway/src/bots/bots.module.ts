import { Module } from '@nestjs/common';
import { LimitsModule } from '../limits/limits.module';
import { PresenceModule } from '../presence/presence.module';
import { RelayModule } from '../relay/relay.module';
import { BotGateway } from './bot-gateway.nats';
import { BotFanOut } from './bot-fan-out.nats';
import { BotRegistry } from './bot-registry.service';

@Module({
  imports: [LimitsModule, PresenceModule, RelayModule],
  providers: [BotRegistry, BotGateway, BotFanOut],
  exports: [BotRegistry, BotFanOut],
})
export class BotsModule {}
