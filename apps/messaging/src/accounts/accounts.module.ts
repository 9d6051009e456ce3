import { Module } from '@nestjs/common';
import { ErasureModule } from '../erasure/erasure.module';
import { MessagesModule } from '../messages/messages.module';
import { PeopleModule } from '../people/people.module';
import { RoomsModule } from '../rooms/rooms.module';
import { PeopleFollower } from './people.follower';

/** Follows account changes in auth's log. */
@Module({
  imports: [PeopleModule, RoomsModule, MessagesModule, ErasureModule],
  providers: [PeopleFollower],
})
export class AccountsModule {}
