import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module';
import { PeopleModule } from '../people/people.module';
import { RoomsModule } from '../rooms/rooms.module';
import { Reindexing } from './reindexing.service';
import { SearchController } from './search.controller';
import { SearchThread } from './search.thread';
import { Searcher } from './searcher';

@Module({
  imports: [PeopleModule, RoomsModule, MessagesModule],
  controllers: [SearchController],
  providers: [Reindexing, SearchThread, { provide: Searcher, useExisting: SearchThread }],
})
export class SearchModule {}
