import * as z from 'zod';
import { defineEvent } from '../event';
import { clientMsgId, inviteId, msgId, roomId, seq, timestamp, userId } from '../ids';
import { origin } from '../imported';
import { limits } from '../limits';
import { emoji, everyoneBy, roomKind, roomRole, slowModeSeconds } from './model';

export * from './direct-events';

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

export const roomCreated = defineEvent('room.created', {
  service,
  scope,
  summary: 'A room was made. Everyone hears of a public one, its maker of a private one, its people of a direct one.',
  body: z.object({
    roomId,
    kind: roomKind,
    createdBy: userId.nullable(),
    /** Whose direct conversation it is, for good. */
    people: z.array(userId).min(1).max(limits.peoplePerDirect).optional(),
    /** An import brings it here; nobody sees it before it is whole (`room.imported`). */
    origin: origin.optional(),
  }),
  content: z.object({ name: z.string(), topic: z.string() }),
});

export const roomUpdated = defineEvent('room.updated', {
  service,
  scope,
  summary: 'A room has another name or topic. Its members hear it.',
  body: z.object({ roomId }),
  content: z.object({ name: z.string(), topic: z.string() }),
});

export const roomSettingsChanged = defineEvent('room.settings_changed', {
  service,
  scope,
  summary:
    'People may talk in a room in another way than before. Its members hear it. What is left out stays as it is.',
  body: z.object({ roomId, slowModeSeconds: slowModeSeconds.optional(), everyoneBy: everyoneBy.optional() }),
});

export const roomImported = defineEvent('room.imported', {
  service,
  scope,
  summary: 'What an import had for a room is in it. Its members hear it, in place of each message.',
  body: z.object({ roomId, /** How many came since this was said last. */ messages: z.number().int().nonnegative() }),
});

export const roomDeleted = defineEvent('room.deleted', {
  service,
  scope,
  summary: 'A room is closed for good. Its members hear it, and then that they have left, each of themselves.',
  body: z.object({ roomId }),
});

export const memberJoined = defineEvent('member.joined', {
  service,
  scope,
  summary: 'Somebody is in a room from now on. Its members hear it, the new one too.',
  body: z.object({
    roomId,
    userId,
    role: roomRole,
    by: z.enum(['founding', 'self', 'member', 'invite', 'server']),
    /** The place of the first message that they may see; all of them where there is none. */
    historyStart: seq.min(1).optional(),
    /** The room's last message then, where the new one's read mark begins; left out before the first. */
    headSeq: seq.optional(),
  }),
});

export const memberLeft = defineEvent('member.left', {
  service,
  scope,
  summary: 'Somebody is not in a room any more. Who stays hears it, and who left.',
  body: z.object({ roomId, userId }),
});

export const memberKicked = defineEvent('member.kicked', {
  service,
  scope,
  summary:
    'A moderator put somebody out of a room. Who stays hears it, and who had to go. No content: no reason was given.',
  body: z.object({ roomId, userId }),
  content: z.object({ reason: z.string() }),
});

export const memberBanned = defineEvent('member.banned', {
  service,
  scope,
  summary:
    'A moderator banned somebody from a room; if they were in it, they are not any more. Its members hear it, and who had to go. No content: no reason was given.',
  body: z.object({ roomId, userId }),
  content: z.object({ reason: z.string() }),
});

export const memberUnbanned = defineEvent('member.unbanned', {
  service,
  scope,
  summary: 'Somebody may come into a room again. Its members hear it.',
  body: z.object({ roomId, userId }),
});

export const memberMuted = defineEvent('member.muted', {
  service,
  scope,
  summary:
    'A moderator keeps a member from speaking until then. The members of the room hear it. No content: no reason was given.',
  body: z.object({ roomId, userId, until: timestamp }),
  content: z.object({ reason: z.string() }),
});

export const memberUnmuted = defineEvent('member.unmuted', {
  service,
  scope,
  summary: 'Somebody may speak in a room again. Its members hear it.',
  body: z.object({ roomId, userId }),
});

export const memberRoleChanged = defineEvent('member.role_changed', {
  service,
  scope,
  summary: "A member's role in a room is another. Its members hear it.",
  body: z.object({ roomId, userId, role: roomRole }),
});

export const roomInviteCreated = defineEvent('room_invite.created', {
  service,
  scope,
  summary: 'A link into a room was made. Its members hear it.',
  body: z.object({
    roomId,
    inviteId,
    expiresAt: timestamp,
    maxUses: z.number().int(),
    /** Who comes in by it sees only what is said from then on. */
    history: z.literal('from_now').optional(),
    /** Else they see what its maker may see: from this place on, or all of it where there is none. */
    historyStart: seq.min(1).optional(),
  }),
});

export const roomInviteRedeemed = defineEvent('room_invite.redeemed', {
  service,
  scope,
  summary: 'One use of a link into a room is gone. Its members hear it.',
  body: z.object({ roomId, inviteId, userId }),
});

export const roomInviteRevoked = defineEvent('room_invite.revoked', {
  service,
  scope,
  summary: 'A link into a room was closed. Its members hear it.',
  body: z.object({ roomId, inviteId }),
});

export const roomInvitesVoided = defineEvent('room_invites.voided', {
  service,
  scope,
  summary:
    'Every link into a room that somebody made is void: they may not make links into it any longer. Its members hear it.',
  body: z.object({ roomId, /** Who made the links. */ createdBy: userId }),
});

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
