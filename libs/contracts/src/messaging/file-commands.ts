import * as z from 'zod';
import { roomMembers, roomSpeakers } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { clientFileId, fileId, roomId, timestamp } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { fileCursor, fileFacts, fileForm, fileInRoom, fileKind, fileKinds } from './file';
import { fileName } from './file-name';
import * as reasons from './reasons';

const service = 'messaging';

export const fileBegin = defineCommand('file.begin', {
  service,
  summary:
    'Begins to upload a file that a message of the caller in this room will hold, or tells where the upload of the same `clientFileId` stopped. Its bytes follow with `PUT /api/files/<fileId>?offset=<received>`. Unless a message names it by `expiresAt`, the file is deleted; repeating the command postpones that.',
  input: z.strictObject({
    roomId,
    clientFileId,
    name: fileName,
    /** Bytes. */
    size: z.number().int().min(1),
  }),
  value: z.object({
    fileId,
    /** Bytes that the server has. */
    received: z.number().int().nonnegative(),
    /** Whether the server has the whole file and has looked at it, so that a message can name it. */
    isReady: z.boolean(),
    expiresAt: timestamp,
  }),
  access: roomSpeakers,
  rate: 'upload',
  refusals: [
    reasons.roomUnknown,
    reasons.roomMuted,
    reasons.directNoReader,
    reasons.fileTooLarge,
    reasons.fileDiskReserve,
    reasons.fileServerQuota,
    reasons.filePersonQuota,
    reasons.fileTooManyOpen,
    reasons.fileIdReused,
    reasons.fileNotUploaded,
  ],
});

export const fileList = defineCommand('file.list', {
  service,
  summary:
    'Lists the files of a room, those of the newest message first, and within a message in its order. Omits messages that the caller may not see, and deleted ones.',
  input: z.strictObject({
    roomId,
    /** Omitted: files of every kind. */
    kinds: z.array(fileKind).min(1).max(fileKinds.length).optional(),
    ...pageAfter(fileCursor, limits.filesPerPage, 30),
  }),
  value: z.object({ files: z.array(fileInRoom).max(limits.filesPerPage), next: nextPage(fileCursor) }),
  access: roomMembers,
  rate: 'read',
  refusals: [reasons.roomUnknown],
});

/** On no client's surface, like the commands after it: the gateway asks before it takes or gives bytes. */
export const fileReceive = defineCommand('file.receive', {
  service,
  summary: 'Asks whether the caller may now send bytes of a file. Answers with a number that no other answer had.',
  input: z.strictObject({ fileId }),
  value: z.object({
    /** Bytes of the whole file. */
    size: z.number().int().positive(),
    turn: z.number().int().positive(),
    received: z.number().int().nonnegative(),
  }),
  access: roomSpeakers,
  rate: 'file',
  refusals: [
    reasons.roomUnknown,
    reasons.roomMuted,
    reasons.fileUnknown,
    reasons.fileDiskReserve,
    reasons.fileOffset,
    reasons.fileLength,
    reasons.fileUploadsAtOnce,
    reasons.filePictureDamaged,
    reasons.filePictureTooLarge,
    reasons.fileIntakeBusy,
  ],
});

export const fileReceived = defineCommand('file.received', {
  service,
  summary: 'Tells that a file is complete on disk, and what is in it. From now on a message can name it.',
  input: z.strictObject({ fileId, facts: fileFacts }),
  value: z.object({ expiresAt: timestamp }),
  access: roomSpeakers,
  rate: 'file',
  refusals: [reasons.fileUnknown],
});

export const fileRead = defineCommand('file.read', {
  service,
  summary: 'Asks whether the caller may read a form of a file now: whether they see a message that holds it.',
  input: z.strictObject({ fileId, form: fileForm }),
  value: z.object({ kind: fileKind, type: fileFacts.shape.type, name: z.string() }),
  access: roomMembers,
  rate: 'file',
  refusals: [reasons.fileUnknown],
});
