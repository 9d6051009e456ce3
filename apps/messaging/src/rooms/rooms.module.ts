import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { LobbyOpening } from './lobby.opening';
import { RightsOpening } from './rights.opening';
import { RoomsReporter } from './rooms.reporter';
import { RoomsRepository } from './rooms.repository';

/** The state of rooms for decisions, and repairs at startup. */
@Module({
  imports: [PeopleModule],
  providers: [RoomsRepository, LobbyOpening, RightsOpening, RoomsReporter],
  exports: [RoomsRepository],
})
export class RoomsModule {}
