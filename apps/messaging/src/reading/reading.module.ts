import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { RoomsModule } from '../rooms/rooms.module';
import { MentionsRepository } from './mentions.repository';
import { ReadMarksRepository } from './read-marks.repository';
import { ReadMarks } from './read-marks.service';
import { ReadingController } from './reading.controller';
import { ReadingState } from './reading.service';

/** Read marks and mentions. */
@Module({
  imports: [PeopleModule, RoomsModule],
  controllers: [ReadingController],
  providers: [ReadMarksRepository, ReadMarks, MentionsRepository, ReadingState],
  exports: [ReadMarksRepository, ReadingState],
})
export class ReadingModule {}
