import type { FileId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';

/** A section of the sent files that was searched. */
export interface Searched {
  /** Those that no message has, or only one in a deleted room. */
  readonly orphans: readonly FileId[];
  /** Where to go on; `null` at the end. */
  readonly next: string | null;
}

/** The files on disk that have to go, and what is left to do about them. Writes only inside GroupCommit. */
@Injectable()
export class RemovalsRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      knows: sqlite.prepare<[FileId], number>('SELECT 1 FROM stored_files WHERE file_id = ?').pluck(),
      expired: sqlite
        .prepare<[number, number], FileId>(
          "SELECT file_id FROM stored_files WHERE state = 'open' AND expires_at <= ? ORDER BY expires_at LIMIT ?",
        )
        .pluck(),
      section: sqlite
        .prepare<[string, number], [FileId, 0 | 1]>(
          `SELECT file_id, state = 'sent' AND NOT EXISTS (
            SELECT 1 FROM files f JOIN rooms r USING (room_id) WHERE f.file_id = s.file_id AND r.deleted_at IS NULL)
          FROM stored_files s WHERE file_id > ? ORDER BY file_id LIMIT ?`,
        )
        .raw(),
      mark: sqlite.prepare("UPDATE stored_files SET state = 'removing' WHERE file_id = ?"),
      marked: sqlite
        .prepare<[number], FileId>("SELECT file_id FROM stored_files WHERE state = 'removing' ORDER BY file_id LIMIT ?")
        .pluck(),
      remove: sqlite.prepare("DELETE FROM stored_files WHERE file_id = ? AND state = 'removing'"),
      untidy: sqlite
        .prepare<[number], FileId>(
          "SELECT file_id FROM stored_files WHERE state = 'sent' AND turn > 0 ORDER BY file_id LIMIT ?",
        )
        .pluck(),
      tidy: sqlite.prepare("UPDATE stored_files SET turn = 0 WHERE file_id = ? AND state = 'sent'"),
    };
  }

  knows(fileId: FileId): boolean {
    return this.statements.knows.get(fileId) === 1;
  }

  /** Uploads that no message took in time. */
  expired(now: number, limit: number): readonly FileId[] {
    return this.statements.expired.all(now, limit);
  }

  /** Searches the next `limit` files after one for those whose message is gone. */
  searchAfter(after: string, limit: number): Searched {
    const rows = this.statements.section.all(after, limit);
    const next = rows.length === limit ? (rows.at(-1)?.[0] ?? null) : null;
    return { orphans: rows.flatMap(([fileId, isOrphan]) => (isOrphan ? [fileId] : [])), next };
  }

  /** From now on no command finds the file. */
  mark(fileId: FileId): void {
    this.statements.mark.run(fileId);
  }

  marked(limit: number): readonly FileId[] {
    return this.statements.marked.all(limit);
  }

  /** Call once its folder is removed. */
  remove(fileId: FileId): void {
    this.statements.remove.run(fileId);
  }

  /** Sent files beside which the bytes of their turns may still be. */
  untidy(limit: number): readonly FileId[] {
    return this.statements.untidy.all(limit);
  }

  tidied(fileId: FileId): void {
    this.statements.tidy.run(fileId);
  }
}
