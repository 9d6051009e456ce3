import {
  fileCursorOf,
  fileKinds,
  partsOfFileCursor,
  type FileInRoom,
  type FileKind,
  type MessageFile,
  type RoomId,
  type UserId,
} from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

interface FileRow {
  readonly seq: number;
  readonly userId: UserId;
  readonly ts: number;
  readonly position: number;
  readonly fileJson: string;
}

/** A file of a room, with its position in the list. */
interface Listed extends FileInRoom {
  readonly cursor: string;
}

/** Before the first file. */
const start = { seq: Number.MAX_SAFE_INTEGER, position: 0 };

/** The files of a room, newest message first. Each kind is read from the index in this order, and only as far as needed. */
@Injectable()
export class RoomFilesRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      ofKind: sqlite.prepare<[RoomId, FileKind, number, number, number, number, number], FileRow>(
        `SELECT f.seq, f.user_id AS userId, m.ts, f.position, f.file_json AS fileJson
        FROM files f JOIN messages m USING (msg_id)
        WHERE f.room_id = ? AND json_extract(f.file_json, '$.kind') = ? AND f.seq >= ? AND f.seq <= ?
          AND (f.seq < ? OR f.position > ?)
        ORDER BY f.seq DESC, f.position LIMIT ?`,
      ),
    };
  }

  /**
   * @param after the cursor of the last file of the page before
   * @param historyStart the first `seq` that the reader sees
   */
  list(
    roomId: RoomId,
    kinds: readonly FileKind[] = fileKinds,
    after: string | undefined,
    limit: number,
    historyStart: number,
  ): Listed[] {
    const { seq, position } = after === undefined ? start : partsOfFileCursor(after);
    const rows = [...new Set(kinds)].flatMap((kind) =>
      this.statements.ofKind.all(roomId, kind, historyStart, seq, seq, position, limit),
    );
    return rows
      .sort((a, b) => b.seq - a.seq || a.position - b.position)
      .slice(0, limit)
      .map((row) => ({
        file: JSON.parse(row.fileJson) as MessageFile,
        seq: row.seq,
        userId: row.userId,
        ts: row.ts,
        cursor: fileCursorOf(row.seq, row.position),
      }));
  }
}
