import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { PeopleModule } from '../people/people.module';
import { RoomsModule } from '../rooms/rooms.module';
import { SnapshotsModule } from '../snapshots/snapshots.module';
import { RoomListRepository } from './room-list.repository';
import { RoomsController } from './rooms.controller';

/** Creating, changing, joining, leaving and deleting rooms. */
@Module({
  imports: [FilesModule, PeopleModule, RoomsModule, SnapshotsModule],
  controllers: [RoomsController],
  providers: [RoomListRepository],
})
export class RoomManagementModule {}
