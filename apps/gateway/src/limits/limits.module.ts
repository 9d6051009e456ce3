import { Module } from '@nestjs/common';
import { Counters } from './counters';
import { CountersLog } from './counters.log';

@Module({
  providers: [Counters, CountersLog],
  exports: [Counters],
})
export class LimitsModule {}
