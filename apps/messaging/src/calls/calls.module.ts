import { Module } from '@nestjs/common';
import { RoomsModule } from '../rooms/rooms.module';
import { CallsFollower } from './calls.follower';
import { CallsRepository } from './calls.repository';

/** Tells in a room's history which calls there were. */
@Module({
  imports: [RoomsModule],
  providers: [CallsFollower, CallsRepository],
})
export class CallsModule {}
