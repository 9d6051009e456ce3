import { Module } from '@nestjs/common';
import { LinesRepository } from './lines.repository';

/** Tells what happened in a room, beside its messages. */
@Module({
  providers: [LinesRepository],
  exports: [LinesRepository],
})
export class LinesModule {}
