import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { LobbyOpening } from './lobby.opening';
import { RightsOpening } from './rights.opening';
import { RoomsReporter } from './rooms.reporter';
import { RoomsRepository } from './rooms.repository';

/** Rooms as decisions need them, and what has to be settled when the service starts. */
@Module({
  imports: [PeopleModule],
  providers: [RoomsRepository, LobbyOpening, RightsOpening, RoomsReporter],
  exports: [RoomsRepository],
})
export class RoomsModule {}
