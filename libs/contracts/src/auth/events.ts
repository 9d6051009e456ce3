import * as z from 'zod';
import { serverRole } from '../grammar/actor';
import { defineEvent } from '../grammar/event';
import { inviteId, sessionId, timestamp, userId } from '../grammar/ids';
import { origin } from '../grammar/imported';
import { nameTone, pictureId } from './profile';
import { serverSettings } from './settings';

const service = 'auth';

export const userRegistered = defineEvent('user.registered', {
  service,
  scope: 'server',
  summary: 'A person joined the server. Sent to everyone.',
  body: z.object({ userId, role: serverRole, inviteId }),
  content: z.object({ handle: z.string(), displayName: z.string() }),
});

export const userProfileChanged = defineEvent('user.profile_changed', {
  service,
  scope: 'server',
  summary:
    "A person changed their profile, or an admin a bot's. `displayName` is always there; of the other fields, omitted ones are unchanged, and `null` means removed. Sent to everyone.",
  body: z.object({ userId }),
  content: z.object({
    displayName: z.string(),
    picture: pictureId.nullable().optional(),
    tone: nameTone.nullable().optional(),
    bio: z.string().nullable().optional(),
    pronouns: z.string().nullable().optional(),
  }),
});

export const userDeleted = defineEvent('user.deleted', {
  service,
  scope: 'server',
  summary:
    'A person deleted their account. Their names are erased with this event, their messages soon after. Sent to everyone.',
  body: z.object({ userId, words: z.enum(['kept', 'erased']) }),
});

export const userRoleChanged = defineEvent('user.role_changed', {
  service,
  scope: 'server',
  summary: 'A person was made an admin or a member. Sent to everyone.',
  body: z.object({ userId, role: serverRole }),
});

export const userDisabled = defineEvent('user.disabled', {
  service,
  scope: 'server',
  summary:
    'An admin disabled an account. Sent to admins and to its person; everyone else finds it in `user.list`. No content means that no reason was given.',
  body: z.object({ userId }),
  content: z.object({ reason: z.string() }),
});

export const userEnabled = defineEvent('user.enabled', {
  service,
  scope: 'server',
  summary: 'An admin enabled a disabled account. Sent to everyone.',
  body: z.object({ userId }),
});

export const serverSettingsChanged = defineEvent('server.settings_changed', {
  service,
  scope: 'server',
  summary: "An admin changed the server's settings. Omitted fields are unchanged. Sent to everyone.",
  body: serverSettings.partial(),
});

export const userSessionsEnded = defineEvent('user.sessions_ended', {
  service,
  scope: 'server',
  summary: 'An admin signed a person out everywhere. Each session also ends with its own event. Not sent to clients.',
  body: z.object({ userId, count: z.number().int() }),
});

export const recoveryCreated = defineEvent('recovery.created', {
  service,
  scope: 'server',
  summary: 'An admin created a recovery link for a person. Not sent to clients.',
  body: z.object({ userId, expiresAt: timestamp }),
});

export const recoveryRedeemed = defineEvent('recovery.redeemed', {
  service,
  scope: 'server',
  summary: 'A person signed in with a recovery link, which is used up. Not sent to clients.',
  body: z.object({ userId }),
});

export const signInFailed = defineEvent('sign_in.failed', {
  service,
  scope: 'server',
  summary:
    'Password sign-ins failed. The first failure is stored at once, further ones are counted and stored every ten minutes. Not sent to clients; admins find it in the audit log.',
  body: z.object({
    /** The account; `null` if the handle is unknown. */
    userId: userId.nullable(),
    /** How many failures since this account's previous event. */
    count: z.number().int().positive(),
  }),
});

export const userImported = defineEvent('user.imported', {
  service,
  scope: 'server',
  summary: 'An import created an account for a person of another service. Sent to everyone.',
  body: z.object({ userId, origin, isBot: z.boolean() }),
  content: z.object({ handle: z.string(), displayName: z.string() }),
});

export const botCreated = defineEvent('bot.created', {
  service,
  scope: 'server',
  summary: 'An admin created a bot. Sent to everyone.',
  body: z.object({
    userId,
    /** The public key of its credentials, in NATS's encoding (U…). */
    publicKey: z.string(),
  }),
  content: z.object({ handle: z.string(), displayName: z.string() }),
});

export const botRevoked = defineEvent('bot.revoked', {
  service,
  scope: 'server',
  summary: "An admin revoked a bot's credentials. Its messages stay. Sent to everyone.",
  body: z.object({ userId }),
});

export const inviteCreated = defineEvent('invite.created', {
  service,
  scope: 'server',
  summary: 'An admin created an invite link. Not sent to clients.',
  body: z.object({ inviteId, expiresAt: timestamp, maxUses: z.number().int(), firstAdmin: z.boolean() }),
  content: z.object({ note: z.string().nullable() }),
});

export const inviteRedeemed = defineEvent('invite.redeemed', {
  service,
  scope: 'server',
  summary: 'A person used an invite. Not sent to clients.',
  body: z.object({ inviteId, userId }),
});

export const inviteRevoked = defineEvent('invite.revoked', {
  service,
  scope: 'server',
  summary: 'An admin revoked an invite. Not sent to clients.',
  body: z.object({ inviteId }),
});

export const sessionOpened = defineEvent('session.opened', {
  service,
  scope: 'user',
  summary: 'A device signed in. Not sent to clients.',
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
  summary: 'A session ended; gateways close its sockets. Sent to its person.',
  body: z.object({ sessionId, userId }),
});

export const passwordChanged = defineEvent('password.changed', {
  service,
  scope: 'user',
  summary: 'A person set, changed or removed their password. Not sent to clients.',
  body: z.object({ userId, set: z.boolean() }),
});
