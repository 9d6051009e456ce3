import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { LimitsModule } from '../limits/limits.module';
import { RelayModule } from '../relay/relay.module';
import { SessionModule } from '../session/session.module';
import { ApiController } from './api.controller';
import { HealthController } from './health.controller';
import { ReplyFilter } from './reply.filter';
import { Wellbeing } from './wellbeing.nats';

@Module({
  imports: [LimitsModule, SessionModule, RelayModule],
  controllers: [ApiController, HealthController],
  providers: [Wellbeing, { provide: APP_FILTER, useClass: ReplyFilter }],
  exports: [Wellbeing],
})
export class HttpModule {}
