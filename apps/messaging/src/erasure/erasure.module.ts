import { Module } from '@nestjs/common';
import { MessagesModule } from '../messages/messages.module';
import { RoomsModule } from '../rooms/rooms.module';
import { ErasuresRepository } from './erasures.repository';
import { WordEraser } from './word-eraser.service';

/** Erases the words of deleted accounts. */
@Module({
  imports: [RoomsModule, MessagesModule],
  providers: [ErasuresRepository, WordEraser],
  exports: [ErasuresRepository, WordEraser],
})
export class ErasureModule {}
