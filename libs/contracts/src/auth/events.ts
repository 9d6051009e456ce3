import * as z from 'zod';
import { serverRole } from '../actor';
import { defineEvent } from '../event';
import { inviteId, sessionId, timestamp, userId } from '../ids';

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
  body: z.object({ sessionId, userId, expiresAt: timestamp, by: z.enum(['invite', 'password', 'device_code']) }),
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
