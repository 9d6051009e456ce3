import * as z from 'zod';
import { serverRole } from '../grammar/actor';
import { eventId, inviteId, sessionId, timestamp, userId } from '../grammar/ids';
import { inviteLife } from '../grammar/invite';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { line } from '../grammar/text';
import { profileParts } from './profile';

/**
 * Handles that no one may take: words with a meaning in messages, and values that confuse programs. Compared
 * by what they look like.
 */
export const reservedHandles: readonly string[] = [
  ...['everyone', 'everybody', 'here', 'all', 'channel', 'room', 'me', 'you', 'deleteduser', 'devchitchat', 'system'],
  ...['server', 'null', 'undefined', 'nan', 'proto', 'constructor', 'prototype', 'tostring', 'valueof'],
  ...['hasownproperty', 'true', 'false', 'none', 'nobody', 'noreply'],
];

/** Handles that suggest authority. Only the server's first admin may take one. */
export const officialHandles: readonly string[] = [
  ...['root', 'admin', 'admins', 'administrator', 'administrators', 'moderator', 'moderators'],
  ...['owner', 'owners', 'mod', 'mods', 'operator', 'sysadmin', 'superuser', 'webmaster', 'postmaster', 'hostmaster'],
  ...['support', 'helpdesk', 'security', 'abuse', 'staff', 'official'],
];

/** A handle in a lookup. Older accounts may have one that can no longer be chosen. */
export const anyHandle = z
  .string()
  .trim()
  .min(2)
  .max(limits.handleLength)
  .regex(/^[A-Za-z0-9_-]*$/, problems.characters);

/** A new handle: letters and digits, with `-` and `_` between them. Unique, ignoring case. */
export const handle = anyHandle.regex(/^[^_-](?:.*[^_-])?$/, problems.ends);

/** The names shown for deleted accounts. The handle is reserved, so no one can pose as it. */
export const deletedUser = { handle: 'deleteduser', displayName: 'Deleted user' } as const;

export const displayName = line(1, limits.displayNameLength);

export const password = z.string().min(10).max(limits.passwordLength);

/** A person as everyone on the server sees them. A deleted account has the names of `deletedUser`. */
export const user = z.object({
  userId,
  handle: z.string(),
  displayName: z.string(),
  role: serverRole,
  /** True for a program, false for a person. */
  isBot: z.boolean(),
  /** False for a revoked bot and a deleted or disabled account: they can't send messages or be added to rooms. */
  active: z.boolean(),
  /** True while an admin has the account disabled. */
  disabled: z.boolean().optional(),
  ...profileParts,
  createdAt: timestamp,
});
export type User = z.infer<typeof user>;

/** A bot as admins see it. */
export const bot = z.object({
  user,
  /** `null` if it was created from the server's terminal. */
  createdBy: userId.nullable(),
  /** Its credentials are invalid from then on. */
  revokedAt: timestamp.nullable(),
});
export type Bot = z.infer<typeof bot>;

/** `imported`: the author of imported messages; no one can sign in to it. */
export const accountStates = ['active', 'disabled', 'imported'] as const;

/** A person's account as admins see it. */
export const account = z.object({
  user,
  state: z.enum(accountStates),
  /** `null` unless the account is disabled. */
  disabledAt: timestamp.nullable(),
  /** How many devices are signed in. */
  sessions: z.number().int(),
  /** When any of them was last seen, to the hour; `null` if none is signed in. */
  lastSeenAt: timestamp.nullable(),
});
export type Account = z.infer<typeof account>;

/** The events in the audit log: admin actions, and events that admins should know of. */
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
  'server.settings_changed',
  'bot.created',
  'bot.revoked',
] as const;

/** A line of the audit log. */
export const adminAct = z.object({
  eventId,
  ts: timestamp,
  type: z.enum(adminActs),
  /** The actor; `null` for the server itself and for the user of a recovery link. */
  actorUserId: userId.nullable(),
  /** The person concerned; `null` for an invite and for an unknown handle. */
  userId: userId.nullable(),
  /** Their new role, if it changed. */
  role: serverRole.nullable(),
  /** Why they were disabled, if a reason was given and is not erased. */
  reason: z.string().nullable(),
  /** The new setting, if one changed. */
  membersMayInvite: z.boolean().nullable(),
  /** How often it happened; `null` for a single action. */
  count: z.number().int().nullable(),
});
export type AdminAct = z.infer<typeof adminAct>;

export const invite = z.object({
  inviteId,
  createdBy: userId.nullable(),
  ...inviteLife,
  note: z.string().nullable(),
});
export type Invite = z.infer<typeof invite>;

export const session = z.object({
  sessionId,
  /** From the user agent, such as "Firefox on Linux"; only helps people tell their devices apart. */
  device: z.string(),
  createdAt: timestamp,
  lastSeenAt: timestamp,
  /** True for the calling session. */
  current: z.boolean(),
});
export type Session = z.infer<typeof session>;

/** 256 random bits in base64url. It grants access by itself, so only its hash is stored. */
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, problems.link);

/**
 * A new session. The gateway turns `sessionToken` into an HttpOnly cookie and removes it from the answer, so that no
 * script in a page can read it.
 */
export const sessionStarted = z.object({ user, sessionToken: token, expiresAt: timestamp });

/** A code as typed or pasted: in either case, with or without its dash, and with letters that look like its digits. */
const asTyped = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .replace(/o/g, '0')
    .replace(/[il]/g, '1');

/** Signs in a second device: 10 characters of Crockford base32, valid for 5 minutes and one use. */
export const deviceCode = z
  .string()
  .transform(asTyped)
  .pipe(z.string().regex(/^[0-9a-hjkmnp-tv-z]{10}$/, problems.device_code));
