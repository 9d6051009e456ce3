import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { clientMsgId, msgId, roomId, seq, timestamp, userId } from '../grammar/ids';
import { emoji } from './model';

const service = 'messaging';
const scope = 'room';

/** Somebody who may calls everybody in the room by it. */
const everyone = z.literal(true).optional();

/**
 * Said on another service, at another time: what `ts` tells is when it came here. For people to read, as `ts` is, and
 * nothing is ordered by it.
 */
const imported = z
  .object({
    saidAt: timestamp,
    /** When it was changed last, there. Only the last text came here. */
    editedAt: timestamp.optional(),
  })
  .optional();

export const messageSent = defineEvent('message.sent', {
  service,
  scope,
  summary: 'Somebody said something in a room. Its members hear it, the sender too.',
  body: z.object({
    roomId,
    msgId,
    seq,
    clientMsgId,
    /** The place in this room of the message it answers. */
    replyTo: seq.optional(),
    everyone,
    imported,
  }),
  content: z.object({ text: z.string() }),
});

export const messageEdited = defineEvent('message.edited', {
  service,
  scope,
  summary: 'The author of a message gave it another text. The members of its room who may see it hear it.',
  body: z.object({ roomId, msgId, seq, revision: z.number().int().positive(), everyone }),
  content: z.object({ text: z.string() }),
});

export const messageDeleted = defineEvent('message.deleted', {
  service,
  scope,
  summary:
    'A message was taken back, by its author or by a moderator. All the texts it ever had are erased from the disk with this event; its reactions and its pin are gone, too. The members of its room who may see it hear it.',
  body: z.object({ roomId, msgId, seq }),
  content: z.object({ reason: z.string() }),
});

export const wordsErased = defineEvent('words.erased', {
  service,
  scope,
  summary:
    'What somebody of a deleted account wrote is gone: these messages as if they had deleted them just now, and with them every reason that they gave for a ban or for muting somebody. The members of the room hear it.',
  body: z.object({
    roomId,
    userId,
    /** Their own, and those of others that they deleted with a reason: the reason is gone. */
    messages: z.array(z.object({ msgId, seq })).max(100),
  }),
});

export const reactionAdded = defineEvent('reaction.added', {
  service,
  scope,
  summary: 'Somebody reacted to a message. The members of its room who may see it hear it.',
  body: z.object({ roomId, msgId, seq, emoji }),
});

export const reactionRemoved = defineEvent('reaction.removed', {
  service,
  scope,
  summary: 'Somebody took a reaction back. The members of its room who may see it hear it.',
  body: z.object({ roomId, msgId, seq, emoji }),
});

export const messagePinned = defineEvent('message.pinned', {
  service,
  scope,
  summary: 'A message is to be found again easily. The members of its room who may see it hear it.',
  body: z.object({ roomId, msgId, seq }),
});

export const messageUnpinned = defineEvent('message.unpinned', {
  service,
  scope,
  summary: 'A message is not pinned any more. The members of its room who may see it hear it.',
  body: z.object({ roomId, msgId, seq }),
});
