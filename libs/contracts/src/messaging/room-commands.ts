import * as z from 'zod';
import { bots, roomMembers, roomModerators, roomOwners, signedIn, unlessBanned } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { roomId, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { nextPage, pageAfter, timedPlace } from '../grammar/paging';
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
  refusals: [],
});

export const roomCreate = defineCommand('room.create', {
  service,
  summary: 'Makes a room; its maker is its owner.',
  input: z.strictObject({ name: roomName, kind: namedRoomKind, topic: topic.default('') }),
  value: roomSnapshot,
  access: signedIn,
  rate: 'change',
  refusals: [reasons.roomNameTaken, reasons.roomsTooMany],
});

export const roomJoin = defineCommand('room.join', {
  service,
  summary: 'Enters a public room. Entering one that you are in already changes nothing.',
  input: z.strictObject({ roomId }),
  value: roomSnapshot,
  access: { ...unlessBanned, ...bots },
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.roomBanned, reasons.roomsTooMany],
});

export const roomLeave = defineCommand('room.leave', {
  service,
  summary:
    'Leaves a room. When its owner leaves, a mod follows, else the member of longest standing, else nobody: then the room belongs to the admins who are in it. Bots and disabled accounts do not follow.',
  input: z.strictObject({ roomId }),
  value: done,
  access: { ...roomMembers, ...bots },
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.lobbyLeaving, reasons.directLeaving],
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

export const roomDelete = defineCommand('room.delete', {
  service,
  summary: 'Closes a room for good: nobody is in it any more or finds it, and its name is free again.',
  input: z.strictObject({ roomId }),
  value: done,
  access: roomOwners,
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.roomOwnerOnly, reasons.directDeleting],
});

export const roomMemberAdd = defineCommand('room.member_add', {
  service,
  summary:
    'Brings somebody of this server into a room. In a private room only its owner and mods may, and choose how much of its history is for the new one: as much as they see themselves, or what is said from now on.',
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
