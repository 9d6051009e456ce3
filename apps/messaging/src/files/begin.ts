import {
  accepted,
  limits,
  messagingReasons as reasons,
  refused,
  type FileId,
  type InputOf,
  type messagingCommands,
  type Refused,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import { maySpeak } from '../moderation/may-speak';
import type { People } from '../people/people';
import { memberOf } from '../rooms/access';
import { hasReader, noReader } from '../rooms/reader';
import type { RoomState } from '../rooms/room';
import { keptMs, type StoredFile } from './stored-file';

const megabyte = 1024 * 1024;
const gigabyte = 1024 * megabyte;

/** Free bytes that no upload may take from the databases. */
export const diskReserve = 512 * megabyte;

export type BeginCommand = InputOf<typeof messagingCommands.fileBegin>;

export interface FileLimits {
  readonly FILE_MAX_MB: number;
  readonly FILES_MAX_GB?: number | undefined;
  readonly FILES_MAX_GB_PER_PERSON?: number | undefined;
}

/** Everything the decision needs beyond the room. The functions are called only if the decision depends on them. */
export interface BeginFacts {
  readonly by: UserId;
  readonly now: number;
  /** The id for a new file. */
  readonly fileId: FileId;
  /** The file that the person began under the same `clientFileId`. */
  readonly earlier: StoredFile | undefined;
  readonly limits: FileLimits;
  /** Bytes of all files of the person. */
  readonly bytesOfPerson: () => number;
  /** Bytes of all files. */
  readonly bytesOfServer: () => number;
  /** Free bytes of the disk. */
  readonly freeBytes: () => number;
  /** The person's files that are in no message. */
  readonly openUploads: () => number;
  readonly people: People;
}

export interface Begun {
  readonly isNew: boolean;
  readonly file: StoredFile;
}

/**
 * Begins an upload, or finds the one that was begun before and keeps it longer. Refuses in this order: not a member, muted,
 * no one left to read it, another file under the same id, removed; and new files only: too large, the person's quota, the
 * server's, the disk's reserve, too many open uploads.
 */
export function begin(state: RoomState, command: BeginCommand, facts: BeginFacts): Reply<Begun> {
  const { by, now, earlier } = facts;
  const { roomId, clientFileId, name, size } = command;
  const member = memberOf(state, by);
  if (!member.ok) return member;
  const { room } = member.value;
  const expiresAt = now + keptMs;
  // Its sender, who did not get the answer to `msg.send`, repeats everything, and gets the message as the answer to that.
  if (earlier?.state === 'sent') return goOn(earlier, command, expiresAt);
  const may = maySpeak(room, by, now);
  if (!may.ok) return may;
  if (!hasReader(room, by, (other) => facts.people.isActive(other))) return noReader();
  if (earlier) return goOn(earlier, command, expiresAt);
  const refusal = unlessItFits(size, facts);
  if (refusal) return refusal;
  const file = { fileId: facts.fileId, userId: by, roomId, clientFileId, name, size, createdAt: now, expiresAt };
  return accepted({ isNew: true, file: { ...file, turn: 0, facts: null, state: 'open' } });
}

function goOn(earlier: StoredFile, { roomId, name, size }: BeginCommand, expiresAt: number): Reply<Begun> {
  const isSame = earlier.roomId === roomId && earlier.name === name && earlier.size === size;
  if (!isSame) return refused(reasons.fileIdReused);
  if (earlier.state === 'removing') return refused(reasons.fileNotUploaded);
  return accepted({ isNew: false, file: { ...earlier, expiresAt } });
}

function unlessItFits(size: number, facts: BeginFacts): Refused | undefined {
  const { FILE_MAX_MB, FILES_MAX_GB, FILES_MAX_GB_PER_PERSON } = facts.limits;
  if (size > FILE_MAX_MB * megabyte) return refused(reasons.fileTooLarge, { megabytes: Math.floor(FILE_MAX_MB) });
  const isOver = (gigabytes: number | undefined, bytes: () => number): gigabytes is number =>
    gigabytes !== undefined && bytes() + size > gigabytes * gigabyte;
  if (isOver(FILES_MAX_GB_PER_PERSON, facts.bytesOfPerson)) {
    return refused(reasons.filePersonQuota, { gigabytes: FILES_MAX_GB_PER_PERSON });
  }
  if (isOver(FILES_MAX_GB, facts.bytesOfServer)) return refused(reasons.fileServerQuota, { gigabytes: FILES_MAX_GB });
  if (facts.freeBytes() - size < diskReserve) return refused(reasons.fileDiskReserve);
  if (facts.openUploads() >= limits.openUploads) return refused(reasons.fileTooManyOpen, { max: limits.openUploads });
  return undefined;
}
