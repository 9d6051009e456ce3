import { ErasedWords } from '@devchitchat/service-kit';
import { Module } from '@nestjs/common';
import { RoomAudience } from './catching-up/room-audience.service';
import { SnapshotsRepository } from './snapshots/snapshots.repository';
import { SyncController } from './catching-up/sync.controller';
import { DirectsController } from './directs/directs.controller';
import { DirectsRepository } from './directs/directs.repository';
import { ImportsController } from './imports/imports.controller';
import { ImportsRepository } from './imports/imports.repository';
import { RoomInvitesController } from './invites/room-invites.controller';
import { RoomInvitesRepository } from './invites/room-invites.repository';
import { MarksController } from './messages/marks.controller';
import { MessageChanges } from './messages/message-changes.service';
import { MessagesController } from './messages/messages.controller';
import { MessagesRepository } from './messages/messages.repository';
import { ActsRepository } from './moderation/acts.repository';
import { BansRepository } from './moderation/bans.repository';
import { ModerationController } from './moderation/moderation.controller';
import { MutesRepository } from './moderation/mutes.repository';
import { ErasuresRepository } from './erasure/erasures.repository';
import { PeopleFollower } from './accounts/people.follower';
import { PeopleRepository } from './people/people.repository';
import { MentionsRepository } from './reading/mentions.repository';
import { ReadMarksRepository } from './reading/read-marks.repository';
import { ReadMarks } from './reading/read-marks.service';
import { ReadingController } from './reading/reading.controller';
import { ReadingState } from './reading/reading.service';
import { WordEraser } from './erasure/word-eraser.service';
import { LobbyOpening } from './rooms/lobby.opening';
import { RightsOpening } from './rooms/rights.opening';
import { RoomListRepository } from './room-management/room-list.repository';
import { RoomsController } from './room-management/rooms.controller';
import { RoomsReporter } from './rooms/rooms.reporter';
import { RoomsRepository } from './rooms/rooms.repository';
import { SearchController } from './search/search.controller';
import { Searcher } from './search/searcher';
import { SearchThread } from './search/search.thread';
import { TypingController } from './typing/typing.controller';

@Module({
  controllers: [
    RoomsController,
    DirectsController,
    RoomInvitesController,
    ModerationController,
    MessagesController,
    MarksController,
    SyncController,
    ReadingController,
    SearchController,
    TypingController,
    ImportsController,
  ],
  providers: [
    RoomsRepository,
    RoomListRepository,
    LobbyOpening,
    RightsOpening,
    RoomsReporter,
    DirectsRepository,
    RoomInvitesRepository,
    BansRepository,
    MutesRepository,
    ActsRepository,
    MessagesRepository,
    MessageChanges,
    ErasedWords,
    SnapshotsRepository,
    RoomAudience,
    ReadMarksRepository,
    ReadMarks,
    MentionsRepository,
    ReadingState,
    SearchThread,
    { provide: Searcher, useExisting: SearchThread },
    ImportsRepository,
    PeopleRepository,
    PeopleFollower,
    ErasuresRepository,
    WordEraser,
  ],
})
export class MessagingModule {}
