import { Module } from '@nestjs/common';
import { BrowsersModule } from '../browsers/browsers.module';
import { LimitsModule } from '../limits/limits.module';
import { PresenceModule } from '../presence/presence.module';
import { GatewayReporter } from './gateway.reporter';

/** Reports on sockets and refusals for diagnostics. */
@Module({
  imports: [LimitsModule, PresenceModule, BrowsersModule],
  providers: [GatewayReporter],
})
export class ReportsModule {}
