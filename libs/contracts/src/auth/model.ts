import * as z from 'zod';
import { serverRole } from '../grammar/actor';
import { eventId, inviteId, sessionId, timestamp, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { line } from '../grammar/text';

/**
 * Handles that nobody may take: words that mean something in a message, and values that programs stumble over. Compared
 * by what they look like.
 */
export const reservedHandles: readonly string[] = [
  ...['everyone', 'everybody', 'here', 'all', 'channel', 'room', 'me', 'you', 'deleteduser', 'devchitchat', 'system'],
  ...['server', 'null', 'undefined', 'nan', 'proto', 'constructor', 'prototype', 'tostring', 'valueof'],
  ...['hasownproperty', 'true', 'false', 'none', 'nobody', 'noreply'],
];

/** Handles of those who look after a server. Only its first admin may take one. */
export const officialHandles: readonly string[] = [
  ...['root', 'admin', 'admins', 'administrator', 'administrators', 'moderator', 'moderators'],
  ...['owner', 'owners', 'mod', 'mods', 'operator', 'sysadmin', 'superuser', 'webmaster', 'postmaster', 'hostmaster'],
  ...['support', 'helpdesk', 'security', 'abuse', 'staff', 'official'],
];

/** A handle that is looked for. Older accounts may have one that could not be chosen any more. */
export const anyHandle = z
  .string()
  .trim()
  .min(2)
  .max(limits.handleLength)
  .regex(/^[A-Za-z0-9_-]*$/, problems.characters);

/** How a person is mentioned, as it is chosen: letters and digits, with `-` and `_` between them. Unique without regard to case. */
export const handle = anyHandle.regex(/^[^_-](?:.*[^_-])?$/, problems.ends);

/** What stands in the place of a deleted account's names. The handle is a reserved one, so nobody can pose as it. */
export const deletedUser = { handle: 'deleteduser', displayName: 'Deleted user' } as const;

export const displayName = line(1, limits.displayNameLength);

export const password = z.string().min(10).max(limits.passwordLength);

/** A person as everybody on the server sees them. A deleted account has the names of `deletedUser`. */
export const user = z.object({
  userId,
  handle: z.string(),
  displayName: z.string(),
  role: serverRole,
  /** A program that an admin let in, and not a person. */
  isBot: z.boolean(),
  /** False for a revoked bot and a deleted or disabled account: they say nothing, and nobody puts them in a room. */
  active: z.boolean(),
  /** True while an admin keeps the account from being used. */
  disabled: z.boolean().optional(),
  createdAt: timestamp,
});
export type User = z.infer<typeof user>;

/** A bot as admins see it. */
export const bot = z.object({
  user,
  /** `null` where it was made at the server's terminal. */
  createdBy: userId.nullable(),
  /** From then on its credentials open nothing. */
  revokedAt: timestamp.nullable(),
});
export type Bot = z.infer<typeof bot>;

/** `imported`: the name on what somebody said elsewhere, to which nobody can sign in. */
export const accountStates = ['active', 'disabled', 'imported'] as const;

/** Somebody's account as admins see it. */
export const account = z.object({
  user,
  state: z.enum(accountStates),
  /** `null` unless it is disabled. */
  disabledAt: timestamp.nullable(),
  /** How many devices are signed in. */
  sessions: z.number().int(),
  /** When one of them was last seen, to the hour; `null` where none is signed in. */
  lastSeenAt: timestamp.nullable(),
});
export type Account = z.infer<typeof account>;

/** The events that admins find in the audit log: what they did, and what they should know of. */
export const adminActs = [
  'user.disabled',
  'user.enabled',
  'user.role_changed',
  'user.sessions_ended',
  'user.deleted',
  'recovery.created',
  'recovery.redeemed',
  'sign_in.failed',
  'invite.created',
  'invite.revoked',
  'bot.created',
  'bot.revoked',
] as const;

/** A line of the audit log. */
export const adminAct = z.object({
  eventId,
  ts: timestamp,
  type: z.enum(adminActs),
  /** Who did it; `null` for the server itself, and for whoever opened a recovery link. */
  actorUserId: userId.nullable(),
  /** Whom it is about; `null` for an invite, which is for nobody in particular, and for a handle that nobody has. */
  userId: userId.nullable(),
  /** What they are from then on, where their role changed. */
  role: serverRole.nullable(),
  /** Why they were disabled, if that was said and is not erased. */
  reason: z.string().nullable(),
  /** How often it happened; `null` where it is one act. */
  count: z.number().int().nullable(),
});
export type AdminAct = z.infer<typeof adminAct>;

export const invite = z.object({
  inviteId,
  createdBy: userId.nullable(),
  createdAt: timestamp,
  expiresAt: timestamp,
  maxUses: z.number().int(),
  uses: z.number().int(),
  revokedAt: timestamp.nullable(),
  note: z.string().nullable(),
});
export type Invite = z.infer<typeof invite>;

export const session = z.object({
  sessionId,
  /** From the browser's own words, "Firefox on Linux"; only to tell one's devices apart. */
  device: z.string(),
  createdAt: timestamp,
  lastSeenAt: timestamp,
  /** The one that asks. */
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;

/** 256 random bits in base64url. Whoever holds one holds what it opens, so only its hash is stored. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, problems.link);

/**
 * A fresh session. The gateway turns `sessionToken` into an HttpOnly cookie and takes it out of the answer, so that no
 * script in a page ever holds it.
 */
export const sessionStarted = z.object({ user, sessionToken: token, expiresAt: timestamp });

/** What a second device types or opens: 10 characters of Crockford base32, good for 5 minutes and one use. */
export const deviceCode = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-hjkmnp-tv-z]{10}$/, problems.device_code));
