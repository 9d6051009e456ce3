import { Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module';
import { CallsModule } from './calls/calls.module';
import { CatchingUpModule } from './catching-up/catching-up.module';
import { DirectsModule } from './directs/directs.module';
import { FilesModule } from './files/files.module';
import { ImportsModule } from './imports/imports.module';
import { RoomInvitesModule } from './invites/room-invites.module';
import { MessagesModule } from './messages/messages.module';
import { ModerationModule } from './moderation/moderation.module';
import { ReadingModule } from './reading/reading.module';
import { RoomManagementModule } from './room-management/room-management.module';
import { SearchModule } from './search/search.module';
import { TypingModule } from './typing/typing.module';

/** Each module is a folder, and exports what other folders may inject. */
@Module({
  imports: [
    RoomManagementModule,
    DirectsModule,
    RoomInvitesModule,
    ModerationModule,
    MessagesModule,
    FilesModule,
    CatchingUpModule,
    ReadingModule,
    SearchModule,
    TypingModule,
    ImportsModule,
    AccountsModule,
    CallsModule,
  ],
})
export class MessagingModule {}
