import * as z from 'zod';
import { clientMsgId, eventId, inviteId, msgId, roomId, seq, timestamp, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { line } from '../grammar/text';

/**
 * Public rooms are listed for everybody to join; private ones exist only for their members. A direct one is the conversation
 * of certain people: the same people always meet in the same one, and nobody comes in or goes.
 */
export const roomKinds = ['public', 'private', 'direct'] as const;
export const roomKind = z.enum(roomKinds);
export type RoomKind = z.infer<typeof roomKind>;

/** The kinds of room that people make, name and enter. */
export const namedRoomKind = roomKind.exclude(['direct']);
export type NamedRoomKind = z.infer<typeof namedRoomKind>;

export const roomName = line(1, limits.roomNameLength);
export const topic = z.union([z.literal(''), line(1, limits.topicLength)]);

/** The room everybody is in from the start. Nobody owns it and nobody leaves it. */
export const lobbyName = 'lobby';

const hour = 3_600;

/** Seconds that a member of a room waits from one message to the next: 0 for none, else 5 seconds to 6 hours. */
export const slowModeSeconds = z
  .number()
  .int()
  .refine((seconds) => seconds === 0 || (seconds >= 5 && seconds <= 6 * hour), {
    message: problems.slow_mode,
  });

/** Whose `@everyone` calls everybody in a room: that of its owner and mods, or that of every member. */
export const everyoneBy = z.enum(['moderators', 'everybody']);

/** How people may talk in a room. */
const roomSettings = z.object({ slowModeSeconds, everyoneBy });
export type RoomSettings = z.infer<typeof roomSettings>;

/** How a room is before somebody changes it, and how a direct conversation stays. */
export const usualSettings: RoomSettings = { slowModeSeconds: 0, everyoneBy: 'moderators' };

export const room = roomSettings.extend({
  roomId,
  kind: roomKind,
  /** Empty of a direct conversation: it is shown by the names of the others in it. */
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
  /** The place of the first message that they may see. What was said before is not there for them. */
  historyStart: seq.min(1),
  /** Their read mark: everything in the room up to here counts as read. */
  readSeq: seq,
});
export type Member = z.infer<typeof member>;

/** Somebody who is kept out of a room. */
export const ban = z.object({
  userId,
  by: userId,
  ts: timestamp,
  /** `null` where none was given, and once erased. */
  reason: z.string().nullable(),
});
export type Ban = z.infer<typeof ban>;

/** Somebody who may not speak in a room for a while; over once `until` is past. */
export const mute = ban.extend({ until: timestamp });
export type Mute = z.infer<typeof mute>;
/** One emoji as Unicode recommends it, with its skin tone and joiners. */
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
  /** It calls everybody in the room. */
  everyone: z.boolean(),
  /** The place in this room of the message it answers. */
  replyTo: seq.nullable(),
  /** In the order in which they came; one of each person and emoji. */
  reactions: z.array(reaction).max(limits.reactionsPerMessage),
  /** How often it was edited; 0 as it was sent. */
  revision: z.number().int().nonnegative(),
  /** When it was edited last. */
  editedAt: timestamp.nullable(),
  /** Who took it back, and why, where a moderator gave a reason. */
  deleted: z.object({ by: userId, reason: z.string().nullable() }).nullable(),
  /** The last event that is reflected in here. Of two versions of a message the one with the greater is the newer. */
  lastEventId: eventId,
});
export type Message = z.infer<typeof message>;

/** A text that a message had or has. */
export const messageRevision = z.object({
  ts: timestamp,
  /** `null` once erased. */
  text: z.string().nullable(),
});
export type MessageRevision = z.infer<typeof messageRevision>;

export const pin = z.object({ msgId, seq, by: userId, ts: timestamp });
export type Pin = z.infer<typeof pin>;

/** A place among a room's people: its members, then its bans, then its mutes, each in the order of the events they came by. */
export const peoplePlace = z.string().regex(/^(members|bans|mutes)\.\d{1,15}$/, problems.place);
export type PeoplePlace = z.infer<typeof peoplePlace>;

/** People of a room: all, or as many as fit into an answer. */
export const roomPeople = {
  /** In the order in which they came. */
  members: z.array(member).max(limits.peoplePerSnapshot),
  /** The earliest first. */
  bans: z.array(ban).max(limits.peoplePerSnapshot),
  /** The earliest first; some may be over. */
  mutes: z.array(mute).max(limits.peoplePerSnapshot),
  /** After whom the others come, which `sync` brings that is asked with it; `null` when these are the last. */
  peopleAfter: peoplePlace.nullable(),
};

/** A room as a newcomer to it needs it: enough to show it, and the event from which on to follow it. */
export const roomSnapshot = z.object({
  room,
  ...roomPeople,
  /** The latest that the one who asks may see, oldest first. */
  messages: z.array(message).max(limits.messagesPerSnapshot),
  /** The pinned messages among those that the one who asks may see, in the order in which they were pinned. */
  pins: z.array(pin).max(limits.pinsPerRoom),
  /** The room's last event; everything up to it is in here. */
  head: eventId,
  /** The room's last message. */
  headSeq: seq,
});
export type RoomSnapshot = z.infer<typeof roomSnapshot>;

/** How much of what was said before somebody comes into a private room is theirs to see. */
export const historyChoices = ['whole', 'from_now'] as const;
export const historyChoice = z.enum(historyChoices);
export type HistoryChoice = z.infer<typeof historyChoice>;

export const roomInvite = z.object({
  inviteId,
  roomId,
  history: historyChoice,
  createdBy: userId,
  createdAt: timestamp,
  expiresAt: timestamp,
  maxUses: z.number().int(),
  uses: z.number().int(),
  revokedAt: timestamp.nullable(),
});
export type RoomInvite = z.infer<typeof roomInvite>;
