import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module';
import { RoomsModule } from '../rooms/rooms.module';
import { FileStore } from './file-store.files';
import { FileSweep } from './file-sweep.service';
import { FilesController } from './files.controller';
import { FilesFolderStartup } from './files-folder.startup';
import { MessageFilesRepository } from './message-files.repository';
import { RemovalsRepository } from './removals.repository';
import { RoomFilesRepository } from './room-files.repository';
import { StoredFilesRepository } from './stored-files.repository';

/** Uploads, the right to read files, and their removal. */
@Module({
  imports: [PeopleModule, RoomsModule],
  controllers: [FilesController],
  providers: [
    FileStore,
    FilesFolderStartup,
    StoredFilesRepository,
    MessageFilesRepository,
    RoomFilesRepository,
    RemovalsRepository,
    FileSweep,
  ],
  exports: [StoredFilesRepository, FileSweep],
})
export class FilesModule {}
