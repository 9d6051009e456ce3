import * as z from 'zod';
import { clientMsgId, eventId, inviteId, msgId, roomId, seq, timestamp, userId } from '../ids';
import { limits } from '../limits';
import { line } from '../text';

/** Public rooms are listed for everybody to join; private ones exist only for their members. */
export const roomKinds = ['public', 'private'] as const;
export const roomKind = z.enum(roomKinds);
export type RoomKind = z.infer<typeof roomKind>;

export const roomName = line(1, limits.roomNameLength);
export const topic = z.union([z.literal(''), line(1, limits.topicLength)]);

/** The room everybody is in from the start. Nobody owns it and nobody leaves it. */
export const lobbyName = 'lobby';

export const room = z.object({
  roomId,
  kind: roomKind,
  name: z.string(),
  topic: z.string(),
  createdBy: userId.nullable(),
  createdAt: timestamp,
});
export type Room = z.infer<typeof room>;

export const roomRoles = ['owner', 'mod', 'member'] as const;
export const roomRole = z.enum(roomRoles);
export type RoomRole = z.infer<typeof roomRole>;

export const member = z.object({ userId, role: roomRole, joinedAt: timestamp });
export type Member = z.infer<typeof member>;

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
});
export type Message = z.infer<typeof message>;

/** A room as a newcomer to it needs it: enough to show it, and the event from which on to follow it. */
export const roomSnapshot = z.object({
  room,
  members: z.array(member),
  /** The latest, oldest first. */
  messages: z.array(message),
  /** The room's last event; everything up to it is in here. */
  head: eventId,
  /** The room's last message. */
  headSeq: seq,
});
export type RoomSnapshot = z.infer<typeof roomSnapshot>;

export const roomInvite = z.object({
  inviteId,
  roomId,
  createdBy: userId,
  createdAt: timestamp,
  expiresAt: timestamp,
  maxUses: z.number().int(),
  uses: z.number().int(),
  revokedAt: timestamp.nullable(),
});
export type RoomInvite = z.infer<typeof roomInvite>;
