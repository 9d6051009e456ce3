import * as z from 'zod';
import { bots, roomMembers, roomSpeakers } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { clientMsgId, fileId, type FileId, msgId, roomId, seq, timestamp } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { nextPage, pageAfter } from '../grammar/paging';
import { hasInk, line, textOrNothing } from '../grammar/text';
import { altText } from './file';
import { emoji, message, messageRevision, roomLine } from './model';
import * as reasons from './reasons';

const service = 'messaging';
const done = z.object({});

const areDifferent = (files: readonly { readonly fileId: FileId }[]): boolean =>
  new Set(files.map((file) => file.fileId)).size === files.length;

export const msgSend = defineCommand('msg.send', {
  service,
  summary:
    'Sends a message to a room, with the files that the caller uploaded for it. The answer is the message, and means that it is on disk. A retry with the same `clientMsgId` stores nothing and answers with the message as it is now.',
  input: z
    .strictObject({
      roomId,
      clientMsgId,
      /** May be empty if there are files. */
      text: textOrNothing(limits.messageBytes),
      /** The `seq` of the message in this room that this one replies to. */
      replyTo: seq.min(1).optional(),
      /** Uploaded files that no message has yet, in the order in which they are shown. */
      files: z
        .array(z.strictObject({ fileId, alt: altText.optional() }))
        .min(1)
        .max(limits.filesPerMessage)
        .refine(areDifferent, { message: problems.file_twice })
        .optional(),
    })
    .refine(({ text, files }) => files !== undefined || hasInk(text), { message: problems.empty, path: ['text'] }),
  value: message,
  access: { ...roomSpeakers, ...bots },
  rate: 'message',
  refusals: [
    reasons.roomUnknown,
    reasons.roomMuted,
    reasons.roomSlowMode,
    reasons.directNoReader,
    reasons.messageReplyTarget,
    reasons.messageIdReused,
    reasons.fileNotUploaded,
  ],
});

export const msgList = defineCommand('msg.list', {
  service,
  summary:
    'Lists messages of a room, oldest first: the latest before `beforeSeq`, the first after `afterSeq`, the first from `fromTs` on, or the latest. If messages are long, the answer has fewer than requested.',
  input: z
    .strictObject({
      roomId,
      beforeSeq: seq.optional(),
      afterSeq: seq.optional(),
      /** Milliseconds since 1970. If the server's clock went back, any position where the times pass this one. */
      fromTs: timestamp.optional(),
      limit: z.number().int().min(1).max(limits.messagesPerPage).default(50),
    })
    .refine((input) => [input.beforeSeq, input.afterSeq, input.fromTs].filter((end) => end !== undefined).length <= 1, {
      message: problems.several_ends,
    }),
  value: z.object({
    messages: z.array(message).max(limits.messagesPerPage),
    /** The lines after each of these messages and before the next one, in order; omitted if there are none. */
    lines: z.array(roomLine).max(limits.linesPerPage).optional(),
  }),
  access: { ...roomMembers, ...bots },
  rate: 'read',
  refusals: [reasons.roomUnknown],
});

export const msgEdit = defineCommand('msg.edit', {
  service,
  summary: 'Edits a message of the caller. Repeating the command has no effect. Earlier texts stay in its history.',
  input: z.strictObject({
    roomId,
    msgId,
    /** The revision being edited, so that two devices don't overwrite each other unnoticed. */
    revision: z.number().int().nonnegative(),
    /** May be empty if the message has files, which it keeps. */
    text: textOrNothing(limits.messageBytes),
  }),
  value: done,
  access: { ...roomSpeakers, ...bots },
  rate: 'message',
  refusals: [
    reasons.roomUnknown,
    reasons.messageUnknown,
    reasons.messageNotYours,
    reasons.roomMuted,
    reasons.messageDeleted,
    reasons.messageEdited,
    reasons.messageEmpty,
  ],
});

export const msgDelete = defineCommand('msg.delete', {
  service,
  summary:
    "Deletes a message: the caller's own, or anyone's if the caller is the room's owner or a moderator. Its texts are erased, its place in the room stays. Deleting it again has no effect.",
  input: z.strictObject({
    roomId,
    msgId,
    /** Why a moderator deletes it. The room sees it. */
    reason: line(1, limits.noteLength).optional(),
  }),
  value: done,
  access: { ...roomMembers, ...bots },
  rate: 'message',
  refusals: [reasons.roomUnknown, reasons.messageUnknown, reasons.messageDeleting, reasons.directOthersMessages],
});

export const msgHistory = defineCommand('msg.history', {
  service,
  summary: 'Lists every text a message had, oldest first. A deleted message has none left.',
  input: z.strictObject({ roomId, msgId, ...pageAfter(z.number().int().nonnegative(), limits.revisionsPerPage) }),
  value: z.object({
    revisions: z.array(messageRevision).max(limits.revisionsPerPage),
    next: nextPage(z.number().int().nonnegative()),
  }),
  access: roomMembers,
  rate: 'read',
  refusals: [reasons.roomUnknown, reasons.messageUnknown],
});

export const msgReact = defineCommand('msg.react', {
  service,
  summary: 'Adds a reaction to a message. Each person can add each emoji once; repeating it has no effect.',
  input: z.strictObject({ roomId, msgId, emoji }),
  value: done,
  access: { ...roomSpeakers, ...bots },
  rate: 'message',
  refusals: [
    reasons.roomUnknown,
    reasons.messageUnknown,
    reasons.roomMuted,
    reasons.messageDeleted,
    reasons.messageEmojis,
    reasons.messageReactions,
  ],
});

export const msgUnreact = defineCommand('msg.unreact', {
  service,
  summary: "Removes the caller's reaction from a message. Has no effect if there is none.",
  input: z.strictObject({ roomId, msgId, emoji }),
  value: done,
  access: { ...roomMembers, ...bots },
  rate: 'message',
  refusals: [reasons.roomUnknown, reasons.messageUnknown],
});

export const msgPin = defineCommand('msg.pin', {
  service,
  summary: 'Pins a message. Has no effect if it is already pinned.',
  input: z.strictObject({ roomId, msgId }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.messageUnknown, reasons.messageDeleted, reasons.roomTooManyPins],
});

export const msgUnpin = defineCommand('msg.unpin', {
  service,
  summary: 'Unpins a message. Has no effect if it is not pinned.',
  input: z.strictObject({ roomId, msgId }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.messageUnknown],
});
