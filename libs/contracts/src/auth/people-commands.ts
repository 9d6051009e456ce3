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
    'Makes a person an admin, or an admin a member, which voids their open invites and recovery links. The only admin keeps the role.',
  input: z.strictObject({ userId, role: serverRole }),
  value: done,
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.accountUnknown, reasons.accountUnusedAdmin, reasons.lastAdmin],
});

export const userListAccounts = defineCommand('user.list_accounts', {
  service,
  summary: "Lists people's accounts, ordered by handle, with the fields that only admins see.",
  input: z.strictObject({
    /** A substring of the handle or the display name, case-insensitive. */
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
    'Disables an account until an admin enables it again. Ends its sessions and voids its open invites, recovery links and room links, and any recovery link for it. Its rooms get new owners as if the person had left. Its messages stay.',
  input: z.strictObject({ userId, reason: line(1, limits.noteLength).optional() }),
  value: done,
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.accountUnknown, reasons.accountYours, reasons.accountUnused],
});

export const userEnable = defineCommand('user.enable', {
  service,
  summary: 'Enables a disabled account, so that its person can sign in again. Voided links stay void.',
  input: z.strictObject({ userId }),
  value: done,
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.accountUnknown],
});

export const userEndSessions = defineCommand('user.end_sessions', {
  service,
  summary: 'Signs a person out on every device and closes their sockets. They may sign in again.',
  input: z.strictObject({ userId }),
  value: z.object({
    /** How many sessions were ended. */
    ended: z.number().int(),
  }),
  access: adminsOnly,
  rate: 'change',
  refusals: [reasons.accountUnknown],
});

export const auditList = defineCommand('audit.list', {
  service,
  summary:
    'Lists admin actions on accounts, roles, invites, recovery links and bots, newest first. Contains no tokens, and no text except the reason for disabling an account.',
  input: z.strictObject(pageAfter(eventId, limits.eventsPerPage, 50)),
  value: z.object({ acts: z.array(adminAct).max(limits.eventsPerPage), next: nextPage(eventId) }),
  access: adminsOnly,
  rate: 'read',
  refusals: [],
});
