import { Module } from '@nestjs/common';
import { Counters } from './counters';

@Module({
  providers: [Counters],
  exports: [Counters],
})
export class LimitsModule {}
