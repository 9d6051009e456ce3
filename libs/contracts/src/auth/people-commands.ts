import * as z from 'zod';
import { adminsOnly } from '../grammar/access';
import { serverRole } from '../grammar/actor';
import { defineCommand } from '../grammar/command';
import { eventId, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { line } from '../grammar/text';
import { account, adminAct, anyHandle } from './model';
import * as reasons from './reasons';

const service = 'auth';
const done = z.object({});

export const userSetRole = defineCommand('user.set_role', {
  service,
  summary:
    'Makes somebody an admin, or an admin a member, whose open invites and recovery links are void. The last admin stays one.',
  input: z.strictObject({ userId, role: serverRole }),
  value: done,
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.accountUnknown, reasons.accountUnusedAdmin, reasons.lastAdmin],
});

export const userListAccounts = defineCommand('user.list_accounts', {
  service,
  summary: 'Lists the accounts of people by their handles, with what only admins see of them.',
  input: z.strictObject({
    /** In the handle or the display name, without regard to case. */
    search: z.string().max(limits.displayNameLength).default(''),
    ...pageAfter(anyHandle, limits.accountsPerPage, 50),
  }),
  value: z.object({ accounts: z.array(account).max(limits.accountsPerPage), next: nextPage(anyHandle) }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});

export const userDisable = defineCommand('user.disable', {
  service,
  summary:
    'Keeps somebody from signing in until an admin enables the account again. Ends their sessions; their open invites, recovery links and links into rooms, and a recovery link for them, are void. Rooms that they own pass on as if they had left them. What they said stays.',
  input: z.strictObject({ userId, reason: line(1, limits.noteLength).optional() }),
  value: done,
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.accountUnknown, reasons.accountYours, reasons.accountUnused],
});

export const userEnable = defineCommand('user.enable', {
  service,
  summary: 'Lets somebody sign in again whose account was disabled. Nothing that was void comes back.',
  input: z.strictObject({ userId }),
  value: done,
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.accountUnknown],
});

export const userEndSessions = defineCommand('user.end_sessions', {
  service,
  summary: 'Signs somebody out on every device, and closes their sockets. They may sign in again.',
  input: z.strictObject({ userId }),
  value: z.object({
    /** How many sessions there were. */
    ended: z.number().int(),
  }),
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.accountUnknown],
});

export const auditList = defineCommand('audit.list', {
  service,
  summary:
    'Lists what was done about accounts, roles, invites, recovery links and bots, latest first. No token and no text but the reason of disabling.',
  input: z.strictObject(pageAfter(eventId, limits.eventsPerPage, 50)),
  value: z.object({ acts: z.array(adminAct).max(limits.eventsPerPage), next: nextPage(eventId) }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});
