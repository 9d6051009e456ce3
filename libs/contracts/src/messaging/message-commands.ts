import * as z from 'zod';
import { bots, roomMembers, roomSpeakers } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { clientMsgId, eventId, msgId, roomId, seq, timestamp } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { line, textUpTo } from '../grammar/text';
import { emoji, message, messageRevision } from './model';
import { noSuchRoom } from './no-such-room';

const service = 'messaging';
const done = z.object({});

const noSuchMessage = 'There is no such room, you are not in it, or there is no such message in it.';

export const msgSend = defineCommand('msg.send', {
  service,
  summary:
    'Says something in a room. The answer means: on disk. The same again gets the same answer and is stored once.',
  input: z.strictObject({
    roomId,
    clientMsgId,
    text: textUpTo(limits.messageBytes),
    /** The place of the message of this room that this one answers. */
    replyTo: seq.min(1).optional(),
  }),
  value: z.object({ msgId, seq, eventId, ts: timestamp }),
  access: { ...roomSpeakers, ...bots },
  rate: 'message',
  refusals: {
    not_found: noSuchRoom,
    forbidden: 'A moderator muted you in this room for a while.',
    conflict: 'This `clientMsgId` was used in this room for another text, or `replyTo` names a message not yet said.',
    too_large: `The text is longer than ${limits.messageBytes} bytes.`,
    rate_limited:
      "Too fast; or slow mode is on here and one's last message is too recent. `retryAfterMs` says when to send the same again.",
    unavailable: 'Not stored, or too late to say. Send the same again.',
  },
});

export const msgList = defineCommand('msg.list', {
  service,
  summary:
    'A stretch of a room, oldest first: the latest before `beforeSeq`, or the first after `afterSeq`, or the first from `fromTs` on, or the latest. Long messages make it shorter than asked for.',
  input: z
    .strictObject({
      roomId,
      beforeSeq: seq.optional(),
      afterSeq: seq.optional(),
      /** Epoch milliseconds. Where times go back, as a clock may, a place at which they pass this one. */
      fromTs: timestamp.optional(),
      limit: z.number().int().min(1).max(limits.messagesPerPage).default(50),
    })
    .refine((input) => [input.beforeSeq, input.afterSeq, input.fromTs].filter((end) => end !== undefined).length <= 1, {
      message: 'beforeSeq, afterSeq and fromTs exclude each other',
    }),
  value: z.object({ messages: z.array(message).max(limits.messagesPerPage) }),
  access: { ...roomMembers, ...bots },
  rate: 'read',
  refusals: { not_found: noSuchRoom },
});

export const msgEdit = defineCommand('msg.edit', {
  service,
  summary: "Gives one's own message another text. The same again changes nothing. Earlier texts stay in its history.",
  input: z.strictObject({
    roomId,
    msgId,
    /** The revision that is being edited, so that two devices do not overwrite each other unseen. */
    revision: z.number().int().nonnegative(),
    text: textUpTo(limits.messageBytes),
  }),
  value: done,
  access: { ...roomSpeakers, ...bots },
  rate: 'message',
  refusals: {
    not_found: noSuchMessage,
    forbidden: 'Only its author edits a message, and nobody who is muted.',
    conflict: 'It was edited or deleted meanwhile.',
    too_large: `The text is longer than ${limits.messageBytes} bytes.`,
  },
});

export const msgDelete = defineCommand('msg.delete', {
  service,
  summary:
    "Takes a message back: one's own, or as owner or mod of the room anybody's. Its place stays, its texts are erased. Deleting it again changes nothing.",
  input: z.strictObject({
    roomId,
    msgId,
    /** Why somebody else's message is deleted. The room sees it. */
    reason: line(1, limits.noteLength).optional(),
  }),
  value: done,
  access: { ...roomMembers, ...bots },
  rate: 'message',
  refusals: { not_found: noSuchMessage, forbidden: "Only the owner and mods delete other people's messages." },
});

export const msgHistory = defineCommand('msg.history', {
  service,
  summary: 'Every text that a message had, the first one first. Of a deleted message nothing is left.',
  input: z.strictObject({ roomId, msgId, ...pageAfter(z.number().int().nonnegative(), limits.revisionsPerPage) }),
  value: z.object({
    revisions: z.array(messageRevision).max(limits.revisionsPerPage),
    next: nextPage(z.number().int().nonnegative()),
  }),
  access: roomMembers,
  rate: 'read',
  refusals: { not_found: noSuchMessage },
});

export const msgReact = defineCommand('msg.react', {
  service,
  summary: 'Puts an emoji to a message. Once for each person and emoji: the same again changes nothing.',
  input: z.strictObject({ roomId, msgId, emoji }),
  value: done,
  access: { ...roomSpeakers, ...bots },
  rate: 'message',
  refusals: {
    not_found: noSuchMessage,
    forbidden: 'A moderator muted you in this room for a while.',
    conflict: `The message is deleted, or has ${limits.emojisPerMessage} different emojis or ${limits.reactionsPerMessage} reactions already.`,
  },
});

export const msgUnreact = defineCommand('msg.unreact', {
  service,
  summary: "Takes one's emoji off a message. One that is not there changes nothing.",
  input: z.strictObject({ roomId, msgId, emoji }),
  value: done,
  access: { ...roomMembers, ...bots },
  rate: 'message',
  refusals: { not_found: noSuchMessage },
});

export const msgPin = defineCommand('msg.pin', {
  service,
  summary: 'Keeps a message where everybody finds it again. One that is pinned already changes nothing.',
  input: z.strictObject({ roomId, msgId }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: {
    not_found: noSuchMessage,
    conflict: `The message is deleted, or the room has ${limits.pinsPerRoom} pins already.`,
  },
});

export const msgUnpin = defineCommand('msg.unpin', {
  service,
  summary: 'Takes the pin off a message. One that is not pinned changes nothing.',
  input: z.strictObject({ roomId, msgId }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: { not_found: noSuchMessage },
});
