import type { ClientFileId, FileFacts, FileId, RoomId, UserId } from '@devchitchat/contracts';

/** Milliseconds for which an upload is kept. Every command about it counts anew. */
export const keptMs = 300_000;

/**
 * `open` until a message takes the file or its time is over; `removing` while its folder is being removed. A file never
 * becomes `open` again.
 */
export type StoredState = 'open' | 'sent' | 'removing';

/** A file on disk, from the beginning of its upload until its folder is removed. */
export interface StoredFile {
  readonly fileId: FileId;
  /** The uploader. */
  readonly userId: UserId;
  /** The only room in which a message may hold it. */
  readonly roomId: RoomId;
  readonly clientFileId: ClientFileId;
  readonly name: string;
  /** Bytes, as announced. */
  readonly size: number;
  readonly createdAt: number;
  readonly expiresAt: number;
  /** The number of the last permission to send bytes, 0 before the first. */
  readonly turn: number;
  /** `null` until the whole file was received. */
  readonly facts: FileFacts | null;
  readonly state: StoredState;
}
