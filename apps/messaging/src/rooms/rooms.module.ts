import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { EverybodyRepository } from './everybody.repository';
import { Everybody } from './everybody.service';
import { LobbyStartup } from './lobby.startup';
import { RightsStartup } from './rights.startup';
import { RoomsReporter } from './rooms.reporter';
import { RoomsRepository } from './rooms.repository';

/** The state of rooms for decisions, and repairs at startup. */
@Module({
  imports: [PeopleModule],
  providers: [RoomsRepository, EverybodyRepository, Everybody, LobbyStartup, RightsStartup, RoomsReporter],
  exports: [RoomsRepository, Everybody],
})
export class RoomsModule {}
