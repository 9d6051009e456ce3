import type { ClientFileId, FileFacts, FileId, UserId } from '@devchitchat/contracts';
import { SQLITE, type Sqlite } from '@devchitchat/service-kit';
import { Inject, Injectable } from '@nestjs/common';
import type { StoredFile } from './stored-file';

interface StoredRow extends Omit<StoredFile, 'facts'> {
  readonly factsJson: string | null;
}

const columns = `file_id AS fileId, user_id AS userId, room_id AS roomId, client_file_id AS clientFileId, name, size,
  created_at AS createdAt, expires_at AS expiresAt, turn, facts_json AS factsJson, state FROM stored_files`;

/** The files on disk. Writes only inside GroupCommit. */
@Injectable()
export class StoredFilesRepository {
  private readonly statements;

  constructor(@Inject(SQLITE) sqlite: Sqlite) {
    this.statements = {
      byId: sqlite.prepare<[FileId], StoredRow>(`SELECT ${columns} WHERE file_id = ?`),
      earlier: sqlite.prepare<[UserId, ClientFileId], StoredRow>(
        `SELECT ${columns} WHERE user_id = ? AND client_file_id = ?`,
      ),
      add: sqlite.prepare<[Omit<StoredFile, 'facts'>]>(
        `INSERT INTO stored_files (file_id, user_id, room_id, client_file_id, name, size, created_at, expires_at, turn, state)
        VALUES (@fileId, @userId, @roomId, @clientFileId, @name, @size, @createdAt, @expiresAt, @turn, @state)`,
      ),
      prolong: sqlite.prepare('UPDATE stored_files SET expires_at = ? WHERE file_id = ?'),
      take: sqlite
        .prepare<[number, FileId], number>(
          'UPDATE stored_files SET turn = turn + 1, expires_at = ? WHERE file_id = ? RETURNING turn',
        )
        .pluck(),
      receive: sqlite.prepare(
        'UPDATE stored_files SET facts_json = coalesce(facts_json, ?), expires_at = ? WHERE file_id = ?',
      ),
      send: sqlite.prepare("UPDATE stored_files SET state = 'sent' WHERE file_id = ?"),
      ofPerson: sqlite
        .prepare<[UserId], number>('SELECT coalesce(sum(size), 0) FROM stored_files WHERE user_id = ?')
        .pluck(),
      ofServer: sqlite.prepare<[], number>('SELECT coalesce(sum(size), 0) FROM stored_files').pluck(),
      open: sqlite
        .prepare<[UserId, number], number>(
          "SELECT count(*) FROM stored_files WHERE user_id = ? AND state = 'open' AND expires_at > ?",
        )
        .pluck(),
      hasSent: sqlite.prepare<[], number>("SELECT EXISTS (SELECT 1 FROM stored_files WHERE state = 'sent')").pluck(),
    };
  }

  byId(fileId: FileId): StoredFile | undefined {
    return fileOf(this.statements.byId.get(fileId));
  }

  /** The file that the person began under this id. */
  earlier(userId: UserId, clientFileId: ClientFileId): StoredFile | undefined {
    return fileOf(this.statements.earlier.get(userId, clientFileId));
  }

  add({ facts: _, ...file }: StoredFile): void {
    this.statements.add.run(file);
  }

  prolong(fileId: FileId, expiresAt: number): void {
    this.statements.prolong.run(expiresAt, fileId);
  }

  /** Counts the next turn and returns its number. */
  nextTurn(fileId: FileId, expiresAt: number): number {
    return this.statements.take.get(expiresAt, fileId) ?? 0;
  }

  /** Keeps facts that were stored before. */
  received(fileId: FileId, facts: FileFacts, expiresAt: number): void {
    this.statements.receive.run(JSON.stringify(facts), expiresAt, fileId);
  }

  sent(fileId: FileId): void {
    this.statements.send.run(fileId);
  }

  /** Bytes of all files of a person, as announced. */
  bytesOfPerson(userId: UserId): number {
    return this.statements.ofPerson.get(userId) ?? 0;
  }

  bytesOfServer(): number {
    return this.statements.ofServer.get() ?? 0;
  }

  /** The number of the person's files that are in no message and are still kept. */
  openUploads(userId: UserId, now: number): number {
    return this.statements.open.get(userId, now) ?? 0;
  }

  /** Whether any message has a file. */
  hasSent(): boolean {
    return this.statements.hasSent.get() === 1;
  }
}

function fileOf(row: StoredRow | undefined): StoredFile | undefined {
  if (!row) return undefined;
  const { factsJson, ...file } = row;
  return { ...file, facts: factsJson === null ? null : (JSON.parse(factsJson) as FileFacts) };
}
