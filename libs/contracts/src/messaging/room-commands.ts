import * as z from 'zod';
import { adminsOnly, bots, roomMembers, roomModerators, roomOwners, signedIn, unlessBanned } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { roomId, timestamp, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { nextPage, pageAfter, timedCursor } from '../grammar/paging';
import {
  everyoneBy,
  historyChoice,
  namedRoomKind,
  room,
  roomName,
  roomSnapshot,
  slowModeSeconds,
  topic,
} from './model';
import * as reasons from './reasons';

const service = 'messaging';
const done = z.object({});

/** A room in the directory. */
const listedRoom = room.extend({
  joined: z.boolean(),
  /** The caller is banned from it and cannot join. Absent otherwise. */
  banned: z.literal(true).optional(),
  memberCount: z.number().int(),
  /** When its last message was sent; `null` without one. */
  lastMessageAt: timestamp.nullable(),
});

export const roomList = defineCommand('room.list', {
  service,
  summary: "Lists the public rooms and the caller's own rooms, direct conversations included, oldest first.",
  input: z.strictObject(pageAfter(timedCursor, limits.roomsPerPage)),
  value: z.object({
    rooms: z.array(listedRoom).max(limits.roomsPerPage),
    next: nextPage(timedCursor),
  }),
  access: { ...signedIn, ...bots },
  rate: 'read',
  refusals: [],
});

export const roomCreate = defineCommand('room.create', {
  service,
  summary: 'Creates a room. The caller becomes its owner.',
  input: z.strictObject({ name: roomName, kind: namedRoomKind, topic: topic.default('') }),
  value: roomSnapshot,
  access: signedIn,
  rate: 'change',
  refusals: [reasons.roomNameTaken, reasons.roomsTooMany],
});

export const roomJoin = defineCommand('room.join', {
  service,
  summary: 'Joins a public room. Has no effect if the caller is already a member.',
  input: z.strictObject({ roomId }),
  value: roomSnapshot,
  access: { ...unlessBanned, ...bots },
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.roomBanned, reasons.roomsTooMany],
});

export const roomLeave = defineCommand('room.leave', {
  service,
  summary:
    'Leaves a room. If its owner leaves, a moderator becomes the owner, else the longest-standing member. Without either, the admins in the room run it. Bots and disabled accounts never become owners.',
  input: z.strictObject({ roomId }),
  value: done,
  access: { ...roomMembers, ...bots },
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.lobbyLeaving, reasons.directLeaving],
});

export const roomUpdate = defineCommand('room.update', {
  service,
  summary:
    "Changes a room's name, topic or settings: slow mode, and whose `@everyone` notifies everyone. Slow mode never applies to the owner, moderators and bots.",
  input: z
    .strictObject({
      roomId,
      name: roomName.optional(),
      topic: topic.optional(),
      slowModeSeconds: slowModeSeconds.optional(),
      everyoneBy: everyoneBy.optional(),
    })
    .refine(({ roomId: _, ...changes }) => Object.values(changes).some((value) => value !== undefined), {
      message: problems.changes_nothing,
    }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: [
    reasons.roomUnknown,
    reasons.roomModeratorsOnly,
    reasons.directName,
    reasons.lobbyName,
    reasons.roomNameTaken,
  ],
});

export const roomForEverybody = defineCommand('room.for_everybody', {
  service,
  summary:
    'Makes a public room for everybody, or ends that. Everybody with an account becomes a member once, in small batches, and newcomers on arrival; bots, disabled and imported accounts, and whoever left or was banned before, do not. Ending it keeps all members. The lobby is for everybody in any case.',
  input: z.strictObject({ roomId, forEverybody: z.boolean() }),
  value: done,
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.roomPublicOnly],
});

export const roomDelete = defineCommand('room.delete', {
  service,
  summary: 'Deletes a room permanently: all members leave, no one can find it, and its name becomes available.',
  input: z.strictObject({ roomId }),
  value: done,
  access: roomOwners,
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.roomOwnerOnly, reasons.directDeleting],
});

export const roomMemberAdd = defineCommand('room.member_add', {
  service,
  summary:
    'Adds a person of this server to a room. In a private room only the owner and moderators may, and they choose how much history the new member sees: as much as they see themselves, or only messages from now on.',
  input: z.strictObject({ roomId, userId, history: historyChoice.default('whole') }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: [
    reasons.roomUnknown,
    reasons.roomAddingRestricted,
    reasons.directAdding,
    reasons.personUnknown,
    reasons.memberBanned,
    reasons.roomHistoryPublic,
    reasons.personInTooManyRooms,
  ],
});
