import * as z from 'zod';
import { serverRole } from '../grammar/actor';
import { defineEvent } from '../grammar/event';
import { inviteId, sessionId, timestamp, userId } from '../grammar/ids';
import { origin } from '../grammar/imported';

const service = 'auth';

export const userRegistered = defineEvent('user.registered', {
  service,
  scope: 'server',
  summary: 'Somebody joined the server. Everyone hears it.',
  body: z.object({ userId, role: serverRole, inviteId }),
  content: z.object({ handle: z.string(), displayName: z.string() }),
});

export const userProfileChanged = defineEvent('user.profile_changed', {
  service,
  scope: 'server',
  summary: 'Somebody goes by another display name. Everyone hears it.',
  body: z.object({ userId }),
  content: z.object({ displayName: z.string() }),
});

export const userDeleted = defineEvent('user.deleted', {
  service,
  scope: 'server',
  summary:
    'Somebody deleted their account. Their names are erased with this event, their words soon after. Everyone hears it.',
  body: z.object({ userId, words: z.enum(['kept', 'erased']) }),
});

export const userRoleChanged = defineEvent('user.role_changed', {
  service,
  scope: 'server',
  summary: 'Somebody is an admin from now on, or is none any more. Everyone hears it.',
  body: z.object({ userId, role: serverRole }),
});

export const userDisabled = defineEvent('user.disabled', {
  service,
  scope: 'server',
  summary:
    'An admin keeps somebody from signing in. Admins hear it, and who it is about; everybody else finds it in `user.list`. No content: no reason was given.',
  body: z.object({ userId }),
  content: z.object({ reason: z.string() }),
});

export const userEnabled = defineEvent('user.enabled', {
  service,
  scope: 'server',
  summary: 'Somebody whose account was disabled may sign in again. Everyone hears it.',
  body: z.object({ userId }),
});

export const userSessionsEnded = defineEvent('user.sessions_ended', {
  service,
  scope: 'server',
  summary: 'An admin signed somebody out everywhere; each session ends by an event of its own. Nobody hears it.',
  body: z.object({ userId, count: z.number().int() }),
});

export const recoveryCreated = defineEvent('recovery.created', {
  service,
  scope: 'server',
  summary: 'An admin made a recovery link for somebody. Nobody hears it.',
  body: z.object({ userId, expiresAt: timestamp }),
});

export const recoveryRedeemed = defineEvent('recovery.redeemed', {
  service,
  scope: 'server',
  summary: 'Somebody signed in by a recovery link, which is used up. Nobody hears it.',
  body: z.object({ userId }),
});

export const signInFailed = defineEvent('sign_in.failed', {
  service,
  scope: 'server',
  summary:
    'Somebody tried to sign in by a password and could not. The first time is told at once, what follows every ten minutes. Nobody hears it; admins find it in the audit log.',
  body: z.object({
    /** Whose account it was; `null` where nobody has the handle. */
    userId: userId.nullable(),
    /** How often since the last such event of this account. */
    count: z.number().int().positive(),
  }),
});

export const userImported = defineEvent('user.imported', {
  service,
  scope: 'server',
  summary: 'Somebody of another service is known here, because an import brought what they said. Everyone hears it.',
  body: z.object({ userId, origin, isBot: z.boolean() }),
  content: z.object({ handle: z.string(), displayName: z.string() }),
});

export const botCreated = defineEvent('bot.created', {
  service,
  scope: 'server',
  summary: 'An admin let a bot in. Everyone hears it.',
  body: z.object({
    userId,
    /** The public half of the key in its credentials, as NATS writes it (U…). */
    publicKey: z.string(),
  }),
  content: z.object({ handle: z.string(), displayName: z.string() }),
});

export const botRevoked = defineEvent('bot.revoked', {
  service,
  scope: 'server',
  summary: "A bot's credentials open nothing any more; what it said stays. Everyone hears it.",
  body: z.object({ userId }),
});

export const inviteCreated = defineEvent('invite.created', {
  service,
  scope: 'server',
  summary: 'An invite link was made. Nobody hears it.',
  body: z.object({ inviteId, expiresAt: timestamp, maxUses: z.number().int(), firstAdmin: z.boolean() }),
  content: z.object({ note: z.string().nullable() }),
});

export const inviteRedeemed = defineEvent('invite.redeemed', {
  service,
  scope: 'server',
  summary: 'One use of an invite is gone. Nobody hears it.',
  body: z.object({ inviteId, userId }),
});

export const inviteRevoked = defineEvent('invite.revoked', {
  service,
  scope: 'server',
  summary: 'An invite was closed. Nobody hears it.',
  body: z.object({ inviteId }),
});

export const sessionOpened = defineEvent('session.opened', {
  service,
  scope: 'user',
  summary: 'A device signed in. Nobody hears it.',
  body: z.object({
    sessionId,
    userId,
    expiresAt: timestamp,
    by: z.enum(['invite', 'password', 'device_code', 'recovery']),
  }),
  content: z.object({ device: z.string() }),
});

export const sessionRevoked = defineEvent('session.revoked', {
  service,
  scope: 'user',
  summary: 'A session is over; gateways close its sockets. Its person hears it.',
  body: z.object({ sessionId, userId }),
});

export const passwordChanged = defineEvent('password.changed', {
  service,
  scope: 'user',
  summary: 'A password was set, changed or removed. Nobody hears it.',
  body: z.object({ userId, set: z.boolean() }),
});
