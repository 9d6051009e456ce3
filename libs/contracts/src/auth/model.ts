import * as z from 'zod';
import { serverRole } from '../actor';
import { inviteId, sessionId, timestamp, userId } from '../ids';
import { limits } from '../limits';
import { line } from '../text';

/** Handles nobody may take, compared in lower case. */
export const reservedHandles: readonly string[] = ['everyone', 'deleteduser', 'devchitchat', 'system'];

/** How a person is mentioned: letters, digits, `-`, `_`. Unique without regard to case. */
export const handle = z
  .string()
  .trim()
  .min(2, 'shorter than 2 characters')
  .max(limits.handleLength, `longer than ${limits.handleLength} characters`)
  .regex(/^[A-Za-z0-9_-]*$/, 'only letters, digits, - and _');

export const displayName = line(1, limits.displayNameLength);

export const password = z
  .string()
  .min(10, 'shorter than 10 characters')
  .max(limits.passwordLength, `longer than ${limits.passwordLength} characters`);

/** A person as everybody on the server sees them. The names are `null` once the account is erased. */
export const user = z.object({
  userId,
  handle: z.string(),
  displayName: z.string(),
  role: serverRole,
  createdAt: timestamp,
});
export type User = z.infer<typeof user>;

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
export const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'not a link of this server');

/**
 * A fresh session. The gateway turns `sessionToken` into an HttpOnly cookie and takes it out of the answer, so that no
 * script in a page ever holds it.
 */
export const sessionStarted = z.object({ user, sessionToken: token, expiresAt: timestamp });

/** What a second device types or opens: 10 characters of Crockford base32, good for 5 minutes and one use. */
export const deviceCode = z
  .string()
  .transform((typed) => typed.replace(/[\s-]/g, '').toLowerCase())
  .pipe(z.string().regex(/^[0-9a-hjkmnp-tv-z]{10}$/, 'a code has 10 letters and digits'));
