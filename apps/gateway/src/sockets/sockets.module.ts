import { Module } from '@nestjs/common';
import { WriteBatch } from './write-batch.service';

@Module({
  providers: [WriteBatch],
  exports: [WriteBatch],
})
export class SocketsModule {}
