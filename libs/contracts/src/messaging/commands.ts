import * as z from 'zod';
import { roomMembers, roomOwners, signedIn } from '../access';
import { token } from '../auth/model';
import { defineCommand } from '../command';
import { eventEnvelope } from '../event';
import { clientMsgId, eventId, inviteId, msgId, roomId, seq, timestamp, userId } from '../ids';
import { limits } from '../limits';
import { textUpTo } from '../text';
import { message, room, roomInvite, roomKind, roomName, roomSnapshot, topic } from './model';

const service = 'messaging';
const nothing = z.strictObject({});
const done = z.object({});

const noSuchRoom = 'There is no such room, or it is private and you are not in it.';

export const roomList = defineCommand('room.list', {
  service,
  summary: "Lists the public rooms and one's own.",
  input: nothing,
  value: z.object({ rooms: z.array(room.extend({ joined: z.boolean(), memberCount: z.number().int() })) }),
  access: signedIn,
  rate: 'read',
  refusals: {},
});

export const roomCreate = defineCommand('room.create', {
  service,
  summary: 'Makes a room; its maker is its owner.',
  input: z.strictObject({ name: roomName, kind: roomKind, topic: topic.default('') }),
  value: roomSnapshot,
  access: signedIn,
  rate: 'change',
  refusals: { conflict: 'A public room has this name already.' },
});

export const roomJoin = defineCommand('room.join', {
  service,
  summary: 'Enters a public room. Entering one that you are in already changes nothing.',
  input: z.strictObject({ roomId }),
  value: roomSnapshot,
  access: signedIn,
  rate: 'change',
  refusals: { not_found: noSuchRoom },
});

export const roomLeave = defineCommand('room.leave', {
  service,
  summary: 'Leaves a room. When its owner leaves, a mod follows, else the member of longest standing, else nobody.',
  input: z.strictObject({ roomId }),
  value: done,
  access: roomMembers,
  rate: 'change',
  refusals: { not_found: noSuchRoom, forbidden: 'Nobody leaves the lobby.' },
});

export const roomMemberAdd = defineCommand('room.member_add', {
  service,
  summary: 'Brings somebody of this server into a room. In a private room only its owner and mods may.',
  input: z.strictObject({ roomId, userId }),
  value: done,
  access: roomOwners,
  rate: 'change',
  refusals: {
    not_found: 'There is no such room or person.',
    forbidden: 'Only the owner and mods add people to a private room.',
  },
});

export const roomInviteCreate = defineCommand('room.invite_create', {
  service,
  summary: 'Makes a link with which people of this server enter a room. The token is in this answer and nowhere else.',
  input: z.strictObject({
    roomId,
    /** One minute to 30 days. */
    expiresInSeconds: z
      .number()
      .int()
      .min(60)
      .max(30 * 86_400)
      .default(86_400),
    maxUses: z.number().int().min(1).max(100).default(1),
  }),
  value: z.object({ invite: roomInvite, token }),
  access: roomOwners,
  rate: 'change',
  refusals: { not_found: noSuchRoom, forbidden: 'Only the owner and mods make links into a private room.' },
});

export const roomInviteList = defineCommand('room.invite_list', {
  service,
  summary: "Lists a room's links, latest first.",
  input: z.strictObject({ roomId }),
  value: z.object({ invites: z.array(roomInvite) }),
  access: roomOwners,
  rate: 'read',
  refusals: { not_found: noSuchRoom, forbidden: "Only the owner and mods see a private room's links." },
});

export const roomInviteRevoke = defineCommand('room.invite_revoke', {
  service,
  summary: 'Closes a link into a room. Who came in by it stays.',
  input: z.strictObject({ roomId, inviteId }),
  value: done,
  access: roomOwners,
  rate: 'change',
  refusals: { not_found: noSuchRoom, forbidden: "Only the owner and mods close a private room's links." },
});

export const roomInviteRedeem = defineCommand('room.invite_redeem', {
  service,
  summary: 'Enters a room by a link. Costs no use when you are in it already.',
  input: z.strictObject({ token }),
  value: roomSnapshot,
  access: signedIn,
  rate: 'auth',
  refusals: { not_found: 'The link is expired, used up, revoked or was never made here.' },
});

export const msgSend = defineCommand('msg.send', {
  service,
  summary:
    'Says something in a room. The answer means: on disk. The same again gets the same answer and is stored once.',
  input: z.strictObject({ roomId, clientMsgId, text: textUpTo(limits.messageBytes) }),
  value: z.object({ msgId, seq, eventId, ts: timestamp }),
  access: roomMembers,
  rate: 'message',
  refusals: {
    not_found: noSuchRoom,
    conflict: 'This `clientMsgId` was used in this room for another text.',
    too_large: `The text is longer than ${limits.messageBytes} bytes.`,
    unavailable: 'Not stored, or too late to say. Send the same again.',
  },
});

export const msgList = defineCommand('msg.list', {
  service,
  summary:
    'A stretch of a room, oldest first: the latest before `beforeSeq`, or the first after `afterSeq`, or the latest. Long messages make it shorter than asked for.',
  input: z
    .strictObject({
      roomId,
      beforeSeq: seq.optional(),
      afterSeq: seq.optional(),
      limit: z.number().int().min(1).max(limits.messagesPerPage).default(50),
    })
    .refine((input) => input.beforeSeq === undefined || input.afterSeq === undefined, {
      message: 'beforeSeq and afterSeq exclude each other',
    }),
  value: z.object({ messages: z.array(message) }),
  access: roomMembers,
  rate: 'read',
  refusals: { not_found: noSuchRoom },
});

/** An event as `sync` hands it out; `body` and `content` are as the event's own type says. */
const syncedEvent = eventEnvelope.extend({ body: z.unknown(), content: z.unknown() });

export const sync = defineCommand('sync', {
  service,
  summary:
    'Catches up. For each room one holds: the last event one has. For each room one is in: what came after, or, when that is too much or the room is new, a snapshot.',
  input: z.strictObject({ rooms: z.array(z.strictObject({ roomId, after: eventId })).max(2_000) }),
  value: z.object({
    rooms: z.array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('events'), roomId, events: z.array(syncedEvent), head: eventId }),
        z.object({ kind: z.literal('snapshot'), roomId, snapshot: roomSnapshot }),
      ]),
    ),
    /** Rooms one holds and is not in any more. */
    gone: z.array(roomId),
    /** The answer was cut where it became too large for one frame, between two rooms. Apply it, and ask again. */
    more: z.boolean(),
  }),
  access: signedIn,
  rate: 'read',
  refusals: {},
});

export const deliveryAck = defineCommand('delivery.ack', {
  service,
  summary:
    "Moves one's delivery watermarks up: everything to this `seq` has reached this person. Never moves one down.",
  input: z.strictObject({ rooms: z.array(z.strictObject({ roomId, seq })).min(1).max(2_000) }),
  value: done,
  access: signedIn,
  rate: 'read',
  refusals: {},
});

export const searchQuery = defineCommand('search.query', {
  service,
  summary:
    "Finds messages by words and beginnings of words, best first, in one room or all of one's own. Any text is a legal query.",
  input: z.strictObject({
    text: z.string().max(10_000),
    roomId: roomId.optional(),
    limit: z.number().int().min(1).max(limits.searchHits).default(20),
  }),
  value: z.object({
    hits: z.array(
      z.object({
        message,
        /** The part around the first match; matches stand between `\u0001` and `\u0002`. */
        snippet: z.string(),
      }),
    ),
  }),
  access: signedIn,
  rate: 'read',
  refusals: { not_found: noSuchRoom },
});
