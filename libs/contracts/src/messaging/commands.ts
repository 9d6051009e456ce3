import * as z from 'zod';
import { bots, roomMembers, roomModerators, roomOwners, signedIn, unlessBanned } from '../access';
import { token } from '../auth/model';
import { defineCommand } from '../command';
import { eventEnvelope } from '../event';
import { epoch, eventId, inviteId, roomId, seq, userId } from '../ids';
import { limits } from '../limits';
import { nextPage, pageAfter, timedPlace } from '../paging';
import {
  everyoneBy,
  historyChoice,
  message,
  namedRoomKind,
  peoplePlace,
  room,
  roomInvite,
  roomName,
  roomPeople,
  roomSnapshot,
  slowModeSeconds,
  topic,
} from './model';
import { noSuchRoom } from './no-such-room';
import { marksRevision, reading } from './reading';

export * from './direct-commands';
export * from './import-commands';
export * from './message-commands';
export * from './moderation-commands';
export * from './reading-commands';
export * from './typing-commands';

const service = 'messaging';
const done = z.object({});

const bannedHere = 'You are banned from this room.';
const inTooMany = `You are in ${limits.roomsPerPerson} rooms already, direct conversations among them.`;

export const roomList = defineCommand('room.list', {
  service,
  summary: "Lists the public rooms and one's own, direct conversations too, from the oldest on.",
  input: z.strictObject(pageAfter(timedPlace, limits.roomsPerPage)),
  value: z.object({
    rooms: z.array(room.extend({ joined: z.boolean(), memberCount: z.number().int() })).max(limits.roomsPerPage),
    next: nextPage(timedPlace),
  }),
  access: { ...signedIn, ...bots },
  rate: 'read',
  refusals: {},
});

export const roomCreate = defineCommand('room.create', {
  service,
  summary: 'Makes a room; its maker is its owner.',
  input: z.strictObject({ name: roomName, kind: namedRoomKind, topic: topic.default('') }),
  value: roomSnapshot,
  access: signedIn,
  rate: 'change',
  refusals: { conflict: `A public room has this name already. Or: ${inTooMany}` },
});

export const roomJoin = defineCommand('room.join', {
  service,
  summary: 'Enters a public room. Entering one that you are in already changes nothing.',
  input: z.strictObject({ roomId }),
  value: roomSnapshot,
  access: { ...unlessBanned, ...bots },
  rate: 'change',
  refusals: { not_found: noSuchRoom, forbidden: bannedHere, conflict: inTooMany },
});

export const roomLeave = defineCommand('room.leave', {
  service,
  summary:
    'Leaves a room. When its owner leaves, a mod follows, else the member of longest standing, else nobody: then the room belongs to the admins who are in it. Bots and disabled accounts do not follow.',
  input: z.strictObject({ roomId }),
  value: done,
  access: { ...roomMembers, ...bots },
  rate: 'change',
  refusals: { not_found: noSuchRoom, forbidden: 'Nobody leaves the lobby or a direct conversation.' },
});

export const roomUpdate = defineCommand('room.update', {
  service,
  summary:
    'Gives a room another name or topic, or lets people talk in it in another way: how long members wait between two messages, and whose `@everyone` calls everybody. Its owner, its mods and bots never wait.',
  input: z
    .strictObject({
      roomId,
      name: roomName.optional(),
      topic: topic.optional(),
      slowModeSeconds: slowModeSeconds.optional(),
      everyoneBy: everyoneBy.optional(),
    })
    .refine(({ roomId: _, ...changes }) => Object.values(changes).some((value) => value !== undefined), {
      message: 'changes nothing',
    }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: {
    not_found: noSuchRoom,
    forbidden:
      'Only the owner and mods change a room, admins one without an owner, and nobody the name of the lobby or a direct conversation.',
    conflict: 'A public room has this name already.',
  },
});

export const roomDelete = defineCommand('room.delete', {
  service,
  summary: 'Closes a room for good: nobody is in it any more or finds it, and its name is free again.',
  input: z.strictObject({ roomId }),
  value: done,
  access: roomOwners,
  rate: 'change',
  refusals: {
    not_found: noSuchRoom,
    forbidden:
      'Only its owner deletes a room, an admin one without an owner, and nobody the lobby or a direct conversation.',
  },
});

export const roomMemberAdd = defineCommand('room.member_add', {
  service,
  summary:
    'Brings somebody of this server into a room. In a private room only its owner and mods may, and choose how much of its history is for the new one: as much as they see themselves, or what is said from now on.',
  input: z.strictObject({ roomId, userId, history: historyChoice.default('whole') }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: {
    not_found: 'There is no such room or person.',
    forbidden: 'Only the owner and mods add people to a private room, and nobody to a direct conversation.',
    conflict: `This person is banned from the room or is in ${limits.roomsPerPerson} rooms already, or it is a public one, whose whole history is for everybody.`,
  },
});

export const roomInviteCreate = defineCommand('room.invite_create', {
  service,
  summary:
    'Makes a link with which people of this server enter a room, for as long as its maker might make another one. The token is in this answer and nowhere else.',
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
    /** As with `room.member_add`; `from_now` counts from when somebody comes in. */
    history: historyChoice.default('whole'),
  }),
  value: z.object({ invite: roomInvite, token }),
  access: roomModerators,
  rate: 'change',
  refusals: {
    not_found: noSuchRoom,
    forbidden: 'Only the owner and mods make links into a private room, and nobody into a direct conversation.',
    conflict: 'It is a public room, whose whole history is for everybody.',
  },
});

export const roomInviteList = defineCommand('room.invite_list', {
  service,
  summary: "Lists a room's links, latest first.",
  input: z.strictObject({ roomId, ...pageAfter(eventId, limits.invitesPerPage) }),
  value: z.object({ invites: z.array(roomInvite).max(limits.invitesPerPage), next: nextPage(eventId) }),
  access: roomModerators,
  rate: 'read',
  refusals: { not_found: noSuchRoom, forbidden: "Only the owner and mods see a private room's links." },
});

export const roomInviteRevoke = defineCommand('room.invite_revoke', {
  service,
  summary: 'Closes a link into a room. Who came in by it stays.',
  input: z.strictObject({ roomId, inviteId }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: { not_found: noSuchRoom, forbidden: "Only the owner and mods close a private room's links." },
});

export const roomInviteRedeem = defineCommand('room.invite_redeem', {
  service,
  summary: 'Enters a room by a link. Costs no use when you are in it already.',
  input: z.strictObject({ token }),
  value: roomSnapshot,
  access: unlessBanned,
  rate: 'linkRedeem',
  refusals: {
    not_found: 'The link is expired, used up, revoked, was never made here, or its maker may make none any longer.',
    forbidden: bannedHere,
    conflict: inTooMany,
  },
});

/** An event as `sync` hands it out; `body` and `content` are as the event's own type says. */
const syncedEvent = eventEnvelope.extend({ body: z.unknown(), content: z.unknown() });

export const sync = defineCommand('sync', {
  service,
  summary:
    'Catches up. For each room one holds: the last event one has. For each room one is in: what came after, or, when that is too much, the room is new or the log is another one, a snapshot.',
  input: z.strictObject({
    rooms: z
      .array(
        z.strictObject({
          roomId,
          after: eventId,
          /** `peopleAfter` of the last answer that had people of this room, while there are more. */
          peopleAfter: peoplePlace.optional(),
        }),
      )
      .max(limits.roomsPerSync),
    /** The log that these events are from, as an earlier answer named it. */
    epoch: epoch.optional(),
    /** The last revision of the read marks that one holds, as an earlier answer named it. */
    marksAfter: marksRevision.default(0),
  }),
  value: z.object({
    /** The log that this answer is from. Another one than before: a backup was restored, and what one holds never happened. */
    epoch,
    rooms: z
      .array(
        z.discriminatedUnion('kind', [
          z.object({
            kind: z.literal('events'),
            roomId,
            events: z.array(syncedEvent).max(limits.eventsPerSync),
            head: eventId,
          }),
          z.object({ kind: z.literal('snapshot'), roomId, snapshot: roomSnapshot }),
          /** More people of a room, as it is after the event `head`. They come after its events, if there were any. */
          z.object({ kind: z.literal('people'), roomId, ...roomPeople, head: eventId }),
        ]),
      )
      .max(limits.roomsPerSync),
    /** Rooms one holds and is not in any more. */
    gone: z.array(roomId).max(limits.roomsPerSync),
    /** What is only for oneself: up to which event of one's own it is, and which direct conversations are not in one's list. */
    own: z.object({ head: eventId, hidden: z.array(z.object({ roomId, seq })).max(limits.hiddenDirects) }),
    /** The answer was cut where it became too large, between two rooms, or a room has more people. Apply it, and ask again. */
    more: z.boolean(),
    reading,
  }),
  access: { ...signedIn, ...bots },
  rate: 'read',
  refusals: {},
});

export const searchQuery = defineCommand('search.query', {
  service,
  summary:
    "Finds messages by words, their beginnings and parts, and by operators (`from:` `in:` `before:` `after:` `on:` `has:` `is:` `mentions:`), in one room or all of one's own. Any text is a legal query.",
  input: z.strictObject({
    text: z.string().max(10_000),
    roomId: roomId.optional(),
    sort: z.enum(['best', 'newest']).default('best'),
    /** So many hits are left out: those one has. */
    offset: z.number().int().min(0).max(limits.searchDepth).default(0),
    limit: z.number().int().min(1).max(limits.searchHits).default(20),
    /** Where one is, as `Europe/Berlin`: when the days of `before:`, `after:` and `on:` begin there, in summer and in winter. */
    timeZone: z
      .string()
      .regex(/^[\w+/-]{1,64}$/, 'not a time zone')
      .optional(),
    /** The same in minutes ahead of UTC, for those who name no zone, or one that is unknown here. */
    utcOffset: z.number().int().min(-840).max(840).default(0),
  }),
  value: z.object({
    hits: z
      .array(
        z.object({
          message,
          /** The part around the first match; matches stand between `\u0001` and `\u0002`. */
          snippet: z.string(),
        }),
      )
      .max(limits.searchHits),
    /** There are others after these. */
    more: z.boolean(),
    /** `false`: it took too long, and only the newest messages were looked through. */
    complete: z.boolean(),
    /** Operators that name nobody and nothing. With any of them nothing is found. */
    unknown: z.array(z.object({ operator: z.string(), value: z.string() })).max(10_000),
  }),
  access: { ...signedIn, ...bots },
  rate: 'read',
  refusals: { not_found: noSuchRoom, unavailable: 'Too many are searching at once, or it took too long. Try again.' },
});
