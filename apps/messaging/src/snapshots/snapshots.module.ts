import { Module } from '@nestjs/common';
import { LinesModule } from '../lines/lines.module';
import { MessagesModule } from '../messages/messages.module';
import { ModerationModule } from '../moderation/moderation.module';
import { ReadingModule } from '../reading/reading.module';
import { RoomsModule } from '../rooms/rooms.module';
import { SnapshotsRepository } from './snapshots.repository';

@Module({
  imports: [LinesModule, RoomsModule, ModerationModule, MessagesModule, ReadingModule],
  providers: [SnapshotsRepository],
  exports: [SnapshotsRepository],
})
export class SnapshotsModule {}
