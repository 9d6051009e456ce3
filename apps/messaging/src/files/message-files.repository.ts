import type { FileId, MessageFile, RoomId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { FileInRoom } from './upload';

interface FileRow {
  readonly roomId: RoomId;
  readonly seq: number;
  readonly fileJson: string;
}

/** Files by id. Asked for every picture that anyone looks at. */
@Injectable()
export class MessageFilesRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      byId: sqlite.prepare<[FileId], FileRow>(
        'SELECT room_id AS roomId, seq, file_json AS fileJson FROM files WHERE file_id = ?',
      ),
    };
  }

  byId(fileId: FileId): FileInRoom | undefined {
    const row = this.statements.byId.get(fileId);
    return row && { roomId: row.roomId, seq: row.seq, file: JSON.parse(row.fileJson) as MessageFile };
  }
}
