import { Module } from '@nestjs/common';
import { DeliveriesController } from './catching-up/deliveries.controller';
import { DeliveriesRepository } from './catching-up/deliveries.repository';
import { HeadsReminder } from './catching-up/heads.reminder';
import { SnapshotsRepository } from './catching-up/snapshots.repository';
import { SyncController } from './catching-up/sync.controller';
import { RoomInvitesController } from './invites/room-invites.controller';
import { RoomInvitesRepository } from './invites/room-invites.repository';
import { MessagesController } from './messages/messages.controller';
import { MessagesRepository } from './messages/messages.repository';
import { PeopleFollower } from './people/people.follower';
import { PeopleRepository } from './people/people.repository';
import { LobbyOpening } from './rooms/lobby.opening';
import { RoomListRepository } from './rooms/room-list.repository';
import { RoomsController } from './rooms/rooms.controller';
import { RoomsRepository } from './rooms/rooms.repository';
import { SearchController } from './search/search.controller';
import { SearchRepository } from './search/search.repository';

@Module({
  controllers: [
    RoomsController,
    RoomInvitesController,
    MessagesController,
    SyncController,
    DeliveriesController,
    SearchController,
  ],
  providers: [
    RoomsRepository,
    RoomListRepository,
    LobbyOpening,
    RoomInvitesRepository,
    MessagesRepository,
    SnapshotsRepository,
    DeliveriesRepository,
    HeadsReminder,
    SearchRepository,
    PeopleRepository,
    PeopleFollower,
  ],
})
export class MessagingModule {}
