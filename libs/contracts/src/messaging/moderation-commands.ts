import * as z from 'zod';
import { roomModerators, roomOwners } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { eventId, roomId, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { line } from '../grammar/text';
import { roomRole } from './model';
import { moderationAct } from './moderation-log';
import * as reasons from './reasons';

const service = 'messaging';
const rate = 'change';
const done = z.object({});
const whom = { roomId, userId };
const reason = line(1, limits.noteLength).optional();

const moderating = [reasons.roomUnknown, reasons.roomModeratorsOnly, reasons.directModerating] as const;
const onMembers = [...moderating, reasons.memberIsYou, reasons.memberIsAdmin, reasons.memberOutranks] as const;

export const memberKick = defineCommand('member.kick', {
  service,
  summary:
    'Puts somebody out of a room. The links that they made are void; they come back by the ways that are open to everybody.',
  input: z.strictObject({ ...whom, reason }),
  value: done,
  access: roomModerators,
  rate,
  refusals: [...onMembers, reasons.memberUnknown],
});

export const memberBan = defineCommand('member.ban', {
  service,
  summary:
    'Puts somebody out of a room and keeps them out: they cannot join it, follow a link into it or be added. Also for who is not in it.',
  input: z.strictObject({ ...whom, reason }),
  value: done,
  access: roomModerators,
  rate,
  refusals: [...onMembers, reasons.personUnknown],
});

export const memberUnban = defineCommand('member.unban', {
  service,
  summary: 'Ends a ban. It does not bring anybody back into the room.',
  input: z.strictObject(whom),
  value: done,
  access: roomModerators,
  rate,
  refusals: [...moderating],
});

export const memberMute = defineCommand('member.mute', {
  service,
  summary:
    'Lets a member read and not speak for a while. Leaving the room and coming back does not end it. Said again, it counts from now on.',
  input: z.strictObject({
    ...whom,
    /** One minute to 30 days. */
    seconds: z
      .number()
      .int()
      .min(60)
      .max(30 * 86_400),
    reason,
  }),
  value: done,
  access: roomModerators,
  rate,
  refusals: [...onMembers, reasons.memberUnknown],
});

export const memberUnmute = defineCommand('member.unmute', {
  service,
  summary: 'Lets somebody speak again before their time is over.',
  input: z.strictObject(whom),
  value: done,
  access: roomModerators,
  rate,
  refusals: [...moderating],
});

export const memberSetRole = defineCommand('member.set_role', {
  service,
  summary:
    'Makes a member a mod, or a mod a member. Making somebody the owner passes the room on: who did is a mod then. An admin gives a room without an owner to somebody, or takes it.',
  input: z.strictObject({ ...whom, role: roomRole }),
  value: done,
  access: roomOwners,
  rate,
  refusals: [
    reasons.roomUnknown,
    reasons.roomOwnerOnly,
    reasons.directModerating,
    reasons.memberUnknown,
    reasons.memberIsYou,
    reasons.roomNeedsOwner,
    reasons.lobbyOwner,
    reasons.memberCannotOwn,
  ],
});

export const moderationList = defineCommand('moderation.list', {
  service,
  summary:
    'What was done in a room by those who have a say over it, the latest first: who was put out, muted and let in again, roles, messages of others that were deleted, and changes of the room itself. Of a message that one may not see it tells nothing.',
  input: z.strictObject({
    roomId,
    ...pageAfter(eventId, limits.actsPerPage, 50),
  }),
  value: z.object({ acts: z.array(moderationAct).max(limits.actsPerPage), next: nextPage(eventId) }),
  access: roomModerators,
  rate: 'read',
  refusals: [...moderating],
});
