import * as z from 'zod';
import { callId, clientMsgId, eventId, inviteId, msgId, roomId, seq, timestamp, userId } from '../grammar/ids';
import { inviteLife } from '../grammar/invite';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { line } from '../grammar/text';
import { messageFile } from './file';

/**
 * Public rooms are listed for everyone to join; private ones are invisible to non-members. A direct room is the
 * conversation of a fixed set of people: the same people always share the same room, and no one joins or leaves.
 */
export const roomKinds = ['public', 'private', 'direct'] as const;
export const roomKind = z.enum(roomKinds);
export type RoomKind = z.infer<typeof roomKind>;

/** The kinds of room that people create, name and join. */
export const namedRoomKind = roomKind.exclude(['direct']);
export type NamedRoomKind = z.infer<typeof namedRoomKind>;

export const roomName = line(1, limits.roomNameLength);
export const topic = z.union([z.literal(''), line(1, limits.topicLength)]);

/** The room that everyone is in from the start. It has no owner, and no one can leave it. */
export const lobbyName = 'lobby';

const hour = 3_600;

/** Slow mode: seconds that a member waits between messages. 0 for none, otherwise 5 seconds to 6 hours. */
export const slowModeSeconds = z
  .number()
  .int()
  .refine((seconds) => seconds === 0 || (seconds >= 5 && seconds <= 6 * hour), {
    message: problems.slow_mode,
  });

/** The members whose `@everyone` counts in a room: the owner and moderators, or everyone. */
export const everyoneBy = z.enum(['moderators', 'everybody']);

/** A room's settings for its members. */
const roomSettings = z.object({
  slowModeSeconds,
  everyoneBy,
  /** Everybody with an account becomes a member once; omitted for rooms that people only join themselves. */
  forEverybody: z.boolean().optional(),
});
export type RoomSettings = z.infer<typeof roomSettings>;

/** The settings of a new room, and of every direct conversation. */
export const usualSettings: RoomSettings = { slowModeSeconds: 0, everyoneBy: 'moderators' };

export const room = roomSettings.extend({
  roomId,
  kind: roomKind,
  /** Empty for a direct conversation, which is shown by the names of its other people. */
  name: z.string(),
  topic: z.string(),
  createdBy: userId.nullable(),
  createdAt: timestamp,
});
export type Room = z.infer<typeof room>;

export const roomRoles = ['owner', 'mod', 'member'] as const;
export const roomRole = z.enum(roomRoles);
export type RoomRole = z.infer<typeof roomRole>;

export const member = z.object({
  userId,
  role: roomRole,
  joinedAt: timestamp,
  /** The `seq` of the first message they may see. Earlier messages are hidden from them. */
  historyStart: seq.min(1),
  /** Their read mark: every message up to this `seq` counts as read. */
  readSeq: seq,
});
export type Member = z.infer<typeof member>;

/** A ban from a room. */
export const ban = z.object({
  userId,
  by: userId,
  ts: timestamp,
  /** `null` if none was given, and once erased. */
  reason: z.string().nullable(),
});
export type Ban = z.infer<typeof ban>;

/** A mute in a room; over once `until` has passed. */
export const mute = ban.extend({ until: timestamp });
export type Mute = z.infer<typeof mute>;
/** One emoji that Unicode recommends, including its skin tone and joiners. */
export const emoji = z
  .string()
  .max(64)
  .regex(/^\p{RGI_Emoji}$/v, problems.emoji);

export const reaction = z.object({ userId, emoji: z.string() });
export type Reaction = z.infer<typeof reaction>;

export const message = z.object({
  roomId,
  msgId,
  seq,
  eventId,
  userId,
  ts: timestamp,
  clientMsgId,
  /** `null` once erased. */
  text: z.string().nullable(),
  /** In the order in which they are shown; omitted if there are none, and once erased. */
  files: z.array(messageFile).max(limits.filesPerMessage).optional(),
  /** True if it mentions everyone in the room. */
  everyone: z.boolean(),
  /** The `seq` of the message it replies to. */
  replyTo: seq.nullable(),
  /** In order of arrival; one per person and emoji. */
  reactions: z.array(reaction).max(limits.reactionsPerMessage),
  /** The number of edits; 0 as sent. */
  revision: z.number().int().nonnegative(),
  /** The time of its last edit. */
  editedAt: timestamp.nullable(),
  /** The user who deleted it, the reason if a moderator gave one, and when. */
  deleted: z.object({ by: userId, reason: z.string().nullable(), at: timestamp.optional() }).nullable(),
  /** The last event applied to this message. The version with the higher one is newer. */
  lastEventId: eventId,
});
export type Message = z.infer<typeof message>;

/** A current or former text of a message. */
export const messageRevision = z.object({
  ts: timestamp,
  /** `null` once erased. */
  text: z.string().nullable(),
});
export type MessageRevision = z.infer<typeof messageRevision>;

export const pin = z.object({ msgId, seq, by: userId, ts: timestamp });
export type Pin = z.infer<typeof pin>;

/** Every line has the id of the event it tells of, which is also its place among the messages: between their `eventId`s. */
const lineBase = {
  eventId,
  ts: timestamp,
  /** The person who did it; `null` for the server itself. */
  by: userId.nullable(),
};

/** Several people in a row who did the same, without anything else in the room in between. */
const lineOfSeveral = {
  /** The event of the last of them. */
  lastEventId: eventId,
  /** The first of them. */
  userIds: z.array(userId).min(1).max(limits.peoplePerLine),
  /** How many they are. */
  count: z.number().int().positive(),
};

/**
 * A line in a room's history that no one wrote: the server tells what happened. It has no `seq`, is never unread, and no
 * command makes one.
 */
export const roomLine = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('joined'), ...lineBase, ...lineOfSeveral }),
  z.object({ kind: z.literal('left'), ...lineBase, ...lineOfSeveral }),
  z.object({ kind: z.literal('added'), ...lineBase, userId }),
  z.object({ kind: z.literal('kicked'), ...lineBase, userId }),
  z.object({ kind: z.literal('banned'), ...lineBase, userId }),
  z.object({ kind: z.literal('muted'), ...lineBase, userId, until: timestamp }),
  z.object({ kind: z.literal('unmuted'), ...lineBase, userId }),
  z.object({ kind: z.literal('role_changed'), ...lineBase, userId, role: roomRole }),
  z.object({
    kind: z.literal('updated'),
    ...lineBase,
    /** The new name; omitted if it stayed. */
    name: z.string().optional(),
    /** The new topic, empty if there is none now; omitted if it stayed. */
    topic: z.string().optional(),
  }),
  z.object({ kind: z.literal('slow_mode'), ...lineBase, seconds: slowModeSeconds }),
  z.object({ kind: z.literal('pinned'), ...lineBase, msgId, seq }),
  z.object({
    kind: z.literal('called'),
    ...lineBase,
    callId,
    /** How long the call lasted. */
    seconds: z.number().int().nonnegative(),
    /** The people who took part, in the order of joining. */
    userIds: z.array(userId).min(1).max(limits.peoplePerLine),
    /** How many they are. */
    count: z.number().int().positive(),
  }),
]);
export type RoomLine = z.infer<typeof roomLine>;

/** A position in a room's people: its members, then its bans, then its mutes, each in the order of their events. */
export const peopleCursor = z.string().regex(/^(members|bans|mutes)\.\d{1,15}$/, problems.cursor);
export type PeopleCursor = z.infer<typeof peopleCursor>;

/** A room's people: all, or as many as fit into an answer. */
export const roomPeople = {
  /** In the order of joining. */
  members: z.array(member).max(limits.peoplePerSnapshot),
  /** Oldest first. */
  bans: z.array(ban).max(limits.peoplePerSnapshot),
  /** Oldest first; some may be over. */
  mutes: z.array(mute).max(limits.peoplePerSnapshot),
  /** The position to continue from with `sync`; `null` if these are the last. */
  peopleAfter: peopleCursor.nullable(),
};

/** A room for a client that has nothing of it: enough to show it, and the event to follow it from. */
export const roomSnapshot = z.object({
  room,
  ...roomPeople,
  /** The latest messages that the caller may see, oldest first. */
  messages: z.array(message).max(limits.messagesPerSnapshot),
  /** The lines after each of these messages and before the next one, in order; omitted if there are none. */
  lines: z.array(roomLine).max(limits.linesPerPage).optional(),
  /** The pinned messages that the caller may see, in the order of pinning. */
  pins: z.array(pin).max(limits.pinsPerRoom),
  /** The room's last event; the snapshot reflects everything up to it. */
  head: eventId,
  /** The room's last message. */
  headSeq: seq,
});
export type RoomSnapshot = z.infer<typeof roomSnapshot>;

/** How much earlier history a new member of a private room may see. */
export const historyChoices = ['whole', 'from_now'] as const;
export const historyChoice = z.enum(historyChoices);
export type HistoryChoice = z.infer<typeof historyChoice>;

export const roomInvite = z.object({
  inviteId,
  roomId,
  history: historyChoice,
  createdBy: userId,
  /** The invite to the server that the same link holds, for people without an account. */
  serverInviteId: inviteId.nullish(),
  ...inviteLife,
});
export type RoomInvite = z.infer<typeof roomInvite>;
