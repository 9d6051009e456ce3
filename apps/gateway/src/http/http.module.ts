import { Module } from '@nestjs/common';
import { APP_FILTER } from '@nestjs/core';
import { LimitsModule } from '../limits/limits.module';
import { RelayModule } from '../relay/relay.module';
import { SessionModule } from '../session/session.module';
import { ApiController } from './api.controller';
import { HealthController } from './health.controller';
import { ReplyFilter } from './reply.filter';
import { HealthService } from './health.service';

@Module({
  imports: [LimitsModule, SessionModule, RelayModule],
  controllers: [ApiController, HealthController],
  providers: [HealthService, { provide: APP_FILTER, useClass: ReplyFilter }],
  exports: [HealthService],
})
export class HttpModule {}
