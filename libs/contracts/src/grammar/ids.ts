import * as z from 'zod';
import { problems } from './problems';

/** An opaque id: one letter for what it names, `_`, then 16 characters of Crockford base32 (80 random bits). */
const id = <Brand extends string>(letter: string) =>
  z
    .string()
    .regex(new RegExp(`^${letter}_[0-9a-hjkmnp-tv-z]{16}$`), problems.id)
    .brand<Brand>();

export const userId = id<'UserId'>('u');
export type UserId = z.infer<typeof userId>;

export const sessionId = id<'SessionId'>('s');
export type SessionId = z.infer<typeof sessionId>;

export const inviteId = id<'InviteId'>('i');
export type InviteId = z.infer<typeof inviteId>;

export const roomId = id<'RoomId'>('r');
export type RoomId = z.infer<typeof roomId>;

export const callId = id<'CallId'>('c');
export type CallId = z.infer<typeof callId>;

/**
 * One browser tab's stay in a call. Made by the tab itself, which says the same one again after any interruption: that is
 * how its links to the others outlive every server.
 */
export const peerId = id<'PeerId'>('p');
export type PeerId = z.infer<typeof peerId>;

/** A message's id; unique in one message store. `(roomId, seq)` names the same message by its place. */
export const msgId = z.number().int().positive().brand<'MsgId'>();
export type MsgId = z.infer<typeof msgId>;

/** A message's place in its room: 1, 2, 3 … without a gap, the same for everyone. */
export const seq = z.number().int().nonnegative();

/** Names a log from its beginning, or from the restore after which it went on otherwise. */
export const epoch = z.string().regex(/^[0-9a-f]{16}$/, problems.id);

/** An event's place in its service's log. Grows, and may skip. 0 stands for "before the first". */
export const eventId = z.number().int().nonnegative();

/** Made by the sender, once per message, and sent again unchanged with every retry. */
export const clientMsgId = z
  .string()
  .min(8)
  .max(64)
  .regex(/^[\w-]+$/, problems.characters)
  .brand<'ClientMsgId'>();
export type ClientMsgId = z.infer<typeof clientMsgId>;

/** Milliseconds since 1970 by the server's clock. For people to read; nothing is ordered or decided by it. */
export const timestamp = z.number().int();

/** Follows one click through every service. 16 hexadecimal digits. */
export const traceId = z.string().regex(/^[0-9a-f]{16}$/);
