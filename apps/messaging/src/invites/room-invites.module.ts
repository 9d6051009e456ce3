import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { RoomsModule } from '../rooms/rooms.module';
import { SnapshotsModule } from '../snapshots/snapshots.module';
import { RoomInvitesController } from './room-invites.controller';
import { RoomInvitesRepository } from './room-invites.repository';

/** Room invites. */
@Module({
  imports: [PeopleModule, RoomsModule, SnapshotsModule],
  controllers: [RoomInvitesController],
  providers: [RoomInvitesRepository],
})
export class RoomInvitesModule {}
