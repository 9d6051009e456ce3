import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  filePaths,
  filesFolder,
  type ClientFileId,
  type FileFacts,
  type FileId,
  type RoomId,
} from '@devchitchat/contracts';
import {
  randomTrace,
  silentLogger,
  type GroupCommit,
  type SignedInContext,
  type Sqlite,
} from '@devchitchat/service-kit';
import type { FileLimits } from '../files/begin';
import { FileStore } from '../files/file-store.files';
import { FileSweep } from '../files/file-sweep.service';
import { FilesController } from '../files/files.controller';
import { MessageFilesRepository } from '../files/message-files.repository';
import { RemovalsRepository } from '../files/removals.repository';
import { RoomFilesRepository } from '../files/room-files.repository';
import { StoredFilesRepository } from '../files/stored-files.repository';
import type { PeopleRepository } from '../people/people.repository';
import type { RoomsRepository } from '../rooms/rooms.repository';

export const notes: FileFacts = { kind: 'other', type: 'text/plain', bytes: 4 };
export const photo: FileFacts = {
  kind: 'picture',
  type: 'image/webp',
  bytes: 400,
  picture: { width: 40, height: 30, thumbhash: 'AAAA', isAnimated: false },
};

interface Parts {
  readonly sqlite: Sqlite;
  readonly groupCommit: GroupCommit;
  readonly rooms: RoomsRepository;
  readonly people: PeopleRepository;
  /** The data folder. */
  readonly folder: string;
}

/** The parts of the service that handle files, and a gateway that writes them. */
export function filesOn({ sqlite, groupCommit, rooms, people, folder }: Parts) {
  const environment: FileLimits & { DATA_DIR: string } = { DATA_DIR: folder, FILE_MAX_MB: 25 };
  const stored = new StoredFilesRepository(sqlite);
  const store = new FileStore(environment);
  const sweep = new FileSweep(groupCommit, store, new RemovalsRepository(sqlite), silentLogger);
  const files = new MessageFilesRepository(sqlite);
  const roomFiles = new RoomFilesRepository(sqlite);
  const controller = new FilesController(groupCommit, rooms, people, stored, files, roomFiles, store, environment);
  mkdirSync(store.path);
  return {
    stored,
    store,
    sweep,
    controller,
    /** Begins an upload. */
    begin: (context: SignedInContext, roomId: RoomId, clientFileId = randomTrace(), name = 'notes.txt', size = 4) =>
      controller.beginUpload({ roomId, clientFileId: clientFileId as ClientFileId, name, size }, context),
    /** Uploads a whole file. */
    async upload(context: SignedInContext, roomId: RoomId, facts = notes, name?: string): Promise<FileId> {
      const begun = await this.begin(context, roomId, undefined, name);
      if (!begun.ok) throw new Error(begun.error.message);
      const { fileId } = begun.value;
      const taken = await controller.mayReceive({ fileId }, context);
      if (!taken.ok) throw new Error(taken.error.message);
      this.write(filePaths.turn(fileId, taken.value.turn));
      this.write(filePaths.facts(fileId), JSON.stringify(facts));
      const forms = facts.kind === 'picture' ? (['small', 'large'] as const) : (['original'] as const);
      for (const form of forms) this.write(filePaths.form(fileId, form));
      await controller.markReceived({ fileId, facts }, context);
      return fileId;
    },
    /** Writes a file as the gateway does. */
    write(path: string, bytes = 'text'): void {
      mkdirSync(dirname(join(folder, filesFolder, path)), { recursive: true });
      writeFileSync(join(folder, filesFolder, path), bytes);
    },
    /** The folders of files, or what one of them has in it. */
    namesIn: (file: FileId | '' = ''): readonly string[] => readdirSync(join(folder, filesFolder, file)).sort(),
    /** The rows of `stored_files`. */
    rows: () =>
      sqlite
        .prepare<[], { file_id: FileId; state: string; turn: number }>('SELECT file_id, state, turn FROM stored_files')
        .all(),
  };
}

export type FilesOn = ReturnType<typeof filesOn>;
