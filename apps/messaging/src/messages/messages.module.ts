import { ErasedTexts } from '@devchitchat/service-kit';
import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { LinesModule } from '../lines/lines.module';
import { PeopleModule } from '../people/people.module';
import { RoomsModule } from '../rooms/rooms.module';
import { MarksController } from './marks.controller';
import { MessageChanges } from './message-changes.service';
import { MessagesController } from './messages.controller';
import { MessagesRepository } from './messages.repository';

@Module({
  imports: [FilesModule, LinesModule, PeopleModule, RoomsModule],
  controllers: [MessagesController, MarksController],
  providers: [MessagesRepository, MessageChanges, ErasedTexts],
  exports: [MessagesRepository, ErasedTexts],
})
export class MessagesModule {}
