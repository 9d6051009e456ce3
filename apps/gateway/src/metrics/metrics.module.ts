import { Module } from '@nestjs/common';
import { BrowsersModule } from '../browsers/browsers.module';
import { LimitsModule } from '../limits/limits.module';
import { SessionModule } from '../session/session.module';
import { MetricsController } from './metrics.controller';
import { Metrics } from './metrics.service';

@Module({
  imports: [LimitsModule, SessionModule, BrowsersModule],
  controllers: [MetricsController],
  providers: [Metrics],
})
export class MetricsModule {}
