import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { RoomsModule } from '../rooms/rooms.module';
import { ActsRepository } from './acts.repository';
import { BansRepository } from './bans.repository';
import { ModerationController } from './moderation.controller';
import { MutesRepository } from './mutes.repository';

@Module({
  imports: [PeopleModule, RoomsModule],
  controllers: [ModerationController],
  providers: [BansRepository, MutesRepository, ActsRepository],
  exports: [BansRepository, MutesRepository],
})
export class ModerationModule {}
