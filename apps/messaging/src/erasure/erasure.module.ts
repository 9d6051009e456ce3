import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { MessagesModule } from '../messages/messages.module';
import { RoomsModule } from '../rooms/rooms.module';
import { ErasuresRepository } from './erasures.repository';
import { ContentEraser } from './content-eraser.service';

/** Erases the texts of deleted accounts. */
@Module({
  imports: [RoomsModule, MessagesModule, FilesModule],
  providers: [ErasuresRepository, ContentEraser],
  exports: [ErasuresRepository, ContentEraser],
})
export class ErasureModule {}
