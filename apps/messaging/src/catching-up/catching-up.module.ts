import { Module } from '@nestjs/common';
import { DirectsModule } from '../directs/directs.module';
import { ReadingModule } from '../reading/reading.module';
import { RoomsModule } from '../rooms/rooms.module';
import { SnapshotsModule } from '../snapshots/snapshots.module';
import { RoomAudience } from './room-audience.service';
import { SyncController } from './sync.controller';

@Module({
  imports: [RoomsModule, SnapshotsModule, DirectsModule, ReadingModule],
  controllers: [SyncController],
  providers: [RoomAudience],
  exports: [RoomAudience],
})
export class CatchingUpModule {}
