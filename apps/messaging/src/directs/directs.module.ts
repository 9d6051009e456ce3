import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { RoomsModule } from '../rooms/rooms.module';
import { SnapshotsModule } from '../snapshots/snapshots.module';
import { DirectsController } from './directs.controller';
import { DirectsRepository } from './directs.repository';

/** Direct rooms. */
@Module({
  imports: [PeopleModule, RoomsModule, SnapshotsModule],
  controllers: [DirectsController],
  providers: [DirectsRepository],
  exports: [DirectsRepository],
})
export class DirectsModule {}
