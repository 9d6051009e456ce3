import { StartRefusal } from '@devchitchat/service-kit';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { FileStore } from './file-store.files';
import { StoredFilesRepository } from './stored-files.repository';

/** Creates the folder of all files at the first start. */
@Injectable()
export class FilesFolderStartup implements OnModuleInit {
  constructor(
    private readonly store: FileStore,
    private readonly stored: StoredFilesRepository,
  ) {}

  /** @throws {StartRefusal} if the folder was lost, for example because its disk is not mounted */
  async onModuleInit(): Promise<void> {
    if (!this.store.exists() && this.stored.hasSent()) {
      throw new StartRefusal(
        `${this.store.path} is missing, but messages have files in it. Nothing was changed. Bring it back from a backup ` +
          '(docs/operating.md) or mount its disk; or make the empty folder to go on without these files.',
      );
    }
    await this.store.make();
  }
}
