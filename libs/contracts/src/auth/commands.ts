import * as z from 'zod';
import { anyone, bots, signedIn } from '../grammar/access';
import { sessionActor } from '../grammar/actor';
import { defineCommand } from '../grammar/command';
import { eventId, inviteId, sessionId, timestamp, userId } from '../grammar/ids';
import { inviteTerms } from '../grammar/invite';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter, timedCursor } from '../grammar/paging';
import { line } from '../grammar/text';
import {
  anyHandle,
  deviceCode,
  displayName,
  handle,
  invite,
  password,
  session,
  sessionStarted,
  token,
  user,
} from './model';
import { passwordQueue } from './password-queue';
import * as reasons from './reasons';
import { serverSettings } from './settings';

export * from './account-commands';
export * from './bot-commands';
export * from './import-commands';
export * from './people-commands';
export * from './profile-commands';
export * from './recovery-commands';
export * from './settings-commands';

const service = 'auth';
const device = z.string().max(200).default('');
const nothing = z.strictObject({});
const done = z.object({});

export const invitePreview = defineCommand('auth.invite_preview', {
  service,
  summary: 'Tells whether an invite link is still valid, and who made it.',
  input: z.strictObject({ token }),
  value: z.object({ invitedBy: z.string().nullable(), expiresAt: timestamp, firstAdmin: z.boolean() }),
  access: anyone,
  rate: 'linkPreview',
  refusals: [reasons.inviteDead],
});

export const inviteRedeem = defineCommand('auth.invite_redeem', {
  service,
  summary: 'Creates an account from an invite and signs it in. Claims one use of the invite atomically.',
  input: z.strictObject({ token, handle, displayName, device }),
  value: sessionStarted,
  access: anyone,
  rate: 'linkRedeem',
  refusals: [reasons.inviteDead, reasons.inviteHandleTaken, reasons.inviteHandleReserved],
});

export const signIn = defineCommand('auth.sign_in', {
  service,
  summary: 'Signs in with a handle and a password.',
  input: z.strictObject({ handle: anyHandle, password: z.string().max(limits.passwordLength), device }),
  value: sessionStarted,
  access: anyone,
  rate: 'auth',
  refusals: [reasons.signInWrong, reasons.accountDisabled, reasons.signInTries, ...passwordQueue],
});

export const deviceCodeCreate = defineCommand('auth.device_code_create', {
  service,
  summary: 'Creates a code that signs in another device of the same person. Replaces an earlier code.',
  input: nothing,
  value: z.object({ code: z.string(), expiresAt: timestamp }),
  access: signedIn,
  rate: 'change',
  refusals: [reasons.deviceRequired],
});

export const deviceCodeRedeem = defineCommand('auth.device_code_redeem', {
  service,
  summary: 'Signs in a second device with the code shown on the first.',
  input: z.strictObject({ code: deviceCode, device }),
  value: sessionStarted,
  access: anyone,
  rate: 'auth',
  refusals: [reasons.deviceCodeWrong],
});

export const signOut = defineCommand('auth.sign_out', {
  service,
  summary: 'Ends the calling session and closes its sockets.',
  input: nothing,
  value: done,
  access: signedIn,
  rate: 'change',
  refusals: [],
});

export const sessionList = defineCommand('auth.session_list', {
  service,
  summary: `Lists the caller's sessions, most recently seen first. A person has at most ${limits.sessionsPerPerson}: signing in once more ends the one that was unused for the longest time.`,
  input: z.strictObject(pageAfter(timedCursor, limits.sessionsPerPerson)),
  value: z.object({ sessions: z.array(session).max(limits.sessionsPerPerson), next: nextPage(timedCursor) }),
  access: signedIn,
  rate: 'read',
  refusals: [],
});

export const sessionRevoke = defineCommand('auth.session_revoke', {
  service,
  summary: "Ends one of the caller's sessions and closes its sockets.",
  input: z.strictObject({ sessionId }),
  value: done,
  access: signedIn,
  rate: 'change',
  refusals: [reasons.sessionUnknown],
});

export const passwordSet = defineCommand('auth.password_set', {
  service,
  summary: "Sets, changes or (with `null`) removes the caller's password. Ends their other sessions.",
  input: z.strictObject({
    currentPassword: z.string().max(limits.passwordLength).optional(),
    newPassword: password.nullable(),
  }),
  value: done,
  access: signedIn,
  rate: 'auth',
  refusals: [reasons.passwordNotCurrent, reasons.passwordGuessable, ...passwordQueue],
});

export const passwordStatus = defineCommand('auth.password_status', {
  service,
  summary: 'Tells whether the caller has a password.',
  input: nothing,
  value: z.object({ isSet: z.boolean() }),
  access: signedIn,
  rate: 'read',
  refusals: [],
});

export const inviteCreate = defineCommand('auth.invite_create', {
  service,
  summary: `Creates an invite link. Only this answer contains the token. Members may if the server's settings allow it, and can have ${limits.openInvitesPerMember} open ones.`,
  input: z.strictObject({ ...inviteTerms, note: line(1, limits.noteLength).optional() }),
  value: z.object({ invite, token }),
  access: signedIn,
  rate: 'change',
  refusals: [reasons.inviteAdminsOnly, reasons.inviteTooMany],
});

export const inviteList = defineCommand('auth.invite_list', {
  service,
  summary: "Lists invites, newest first: an admin's answer has everyone's, a member's their own.",
  input: z.strictObject(pageAfter(eventId, limits.invitesPerPage)),
  value: z.object({ invites: z.array(invite).max(limits.invitesPerPage), next: nextPage(eventId) }),
  access: signedIn,
  rate: 'read',
  refusals: [],
});

export const inviteRevoke = defineCommand('auth.invite_revoke', {
  service,
  summary: 'Revokes an invite. People who joined with it stay. Members can revoke their own.',
  input: z.strictObject({ inviteId }),
  value: done,
  access: signedIn,
  rate: 'change',
  refusals: [reasons.inviteUnknown],
});

export const userList = defineCommand('user.list', {
  service,
  summary: 'Lists everyone on this server, ordered by id.',
  input: z.strictObject(pageAfter(userId, limits.usersPerPage)),
  value: z.object({ users: z.array(user).max(limits.usersPerPage), next: nextPage(userId) }),
  access: { ...signedIn, ...bots },
  rate: 'read',
  refusals: [],
});

/** The commands below are sent by the gateway only. None is on a client's surface. */

export const sessionResolve = defineCommand('auth.session_resolve', {
  service,
  summary: 'Returns the person a session token belongs to, and marks the session as seen.',
  input: z.strictObject({ token: z.string().max(64) }),
  value: z.object({ actor: sessionActor, user, settings: serverSettings }),
  access: anyone,
  rate: 'read',
  refusals: [],
});

export const sessionCheck = defineCommand('auth.session_check', {
  service,
  summary:
    'Tells which of these sessions have ended and which belong to admins. The gateway asks after it lost NATS, because it may have missed the end of a session or a role change.',
  input: z.strictObject({ sessionIds: z.array(sessionId).max(10_000) }),
  value: z.object({
    over: z.array(sessionId).max(10_000),
    /** Of the others, the sessions of admins. */
    admins: z.array(sessionId).max(10_000),
  }),
  access: anyone,
  rate: 'read',
  refusals: [],
});

export const firstAdminInvite = defineCommand('auth.first_admin_invite', {
  service,
  summary: 'Returns an invite for the first admin until the first account exists, and `null` afterwards.',
  input: nothing,
  value: z.object({ token: token.nullable() }),
  access: anyone,
  rate: 'auth',
  refusals: [],
});
