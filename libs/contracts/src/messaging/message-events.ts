import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { clientMsgId, msgId, roomId, seq, timestamp, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { messageFile } from './file';
import { emoji } from './model';

const service = 'messaging';
const scope = 'room';

/** True if it mentions everyone in the room and its author may do so. */
const everyone = z.literal(true).optional();

/**
 * The message's time on another service; `ts` is the time of the import. For display only, like `ts`:
 * nothing is ordered by it.
 */
const imported = z
  .object({
    saidAt: timestamp,
    /** The time of its last edit there. Only the last text is imported. */
    editedAt: timestamp.optional(),
  })
  .optional();

export const messageSent = defineEvent('message.sent', {
  service,
  scope,
  summary: 'A person or bot sent a message to a room. Sent to its members, the sender included.',
  body: z.object({
    roomId,
    msgId,
    seq,
    clientMsgId,
    /** The `seq` of the message it replies to. */
    replyTo: seq.optional(),
    everyone,
    imported,
  }),
  content: z.object({
    /** Empty only if there are files. */
    text: z.string(),
    /** The files of the message; omitted if there are none. */
    files: z.array(messageFile).max(limits.filesPerMessage).optional(),
  }),
});

export const messageEdited = defineEvent('message.edited', {
  service,
  scope,
  summary: "The author edited a message. Sent to the room's members who may see it.",
  body: z.object({ roomId, msgId, seq, revision: z.number().int().positive(), everyone }),
  content: z.object({ text: z.string() }),
});

export const messageDeleted = defineEvent('message.deleted', {
  service,
  scope,
  summary:
    "A message was deleted by its author or a moderator. This event erases all its texts from the disk and removes its reactions and its pin. Sent to the room's members who may see it.",
  body: z.object({ roomId, msgId, seq }),
  content: z.object({ reason: z.string() }),
});

export const wordsErased = defineEvent('words.erased', {
  service,
  scope,
  summary:
    "The server erased everything that a person with a deleted account wrote in the room: these messages, as if the person had deleted them, and every reason they gave for a ban or a mute. Sent to the room's members.",
  body: z.object({
    roomId,
    userId,
    /** Their own messages, and messages of others that they deleted with a reason, which is erased. */
    messages: z.array(z.object({ msgId, seq })).max(100),
  }),
});

export const reactionAdded = defineEvent('reaction.added', {
  service,
  scope,
  summary: "A person reacted to a message. Sent to the room's members who may see it.",
  body: z.object({ roomId, msgId, seq, emoji }),
});

export const reactionRemoved = defineEvent('reaction.removed', {
  service,
  scope,
  summary: "A person removed a reaction. Sent to the room's members who may see the message.",
  body: z.object({ roomId, msgId, seq, emoji }),
});

export const messagePinned = defineEvent('message.pinned', {
  service,
  scope,
  summary: "A member pinned a message. Sent to the room's members who may see it.",
  body: z.object({ roomId, msgId, seq }),
});

export const messageUnpinned = defineEvent('message.unpinned', {
  service,
  scope,
  summary: "A member unpinned a message. Sent to the room's members who may see it.",
  body: z.object({ roomId, msgId, seq }),
});
