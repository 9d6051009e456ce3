import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { LobbyStartup } from './lobby.startup';
import { RightsStartup } from './rights.startup';
import { RoomsReporter } from './rooms.reporter';
import { RoomsRepository } from './rooms.repository';

/** The state of rooms for decisions, and repairs at startup. */
@Module({
  imports: [PeopleModule],
  providers: [RoomsRepository, LobbyStartup, RightsStartup, RoomsReporter],
  exports: [RoomsRepository],
})
export class RoomsModule {}
