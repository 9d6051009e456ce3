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
  summary: 'Removes a person from a room and voids the room links they created. They may come back as anyone else may.',
  input: z.strictObject({ ...whom, reason }),
  value: done,
  access: roomModerators,
  rate,
  refusals: [...onMembers, reasons.memberUnknown],
});

export const memberBan = defineCommand('member.ban', {
  service,
  summary:
    'Bans a person from a room: removes them, and keeps them from joining, using a link or being added. Also works for non-members.',
  input: z.strictObject({ ...whom, reason }),
  value: done,
  access: roomModerators,
  rate,
  refusals: [...onMembers, reasons.personUnknown],
});

export const memberUnban = defineCommand('member.unban', {
  service,
  summary: 'Ends a ban. The person is not added to the room again.',
  input: z.strictObject(whom),
  value: done,
  access: roomModerators,
  rate,
  refusals: [...moderating],
});

export const memberMute = defineCommand('member.mute', {
  service,
  summary:
    'Mutes a member for a while: they can read, but not send. Leaving and rejoining does not end it. Muting again restarts the time from now.',
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
  summary: 'Ends a mute early.',
  input: z.strictObject(whom),
  value: done,
  access: roomModerators,
  rate,
  refusals: [...moderating],
});

export const memberSetRole = defineCommand('member.set_role', {
  service,
  summary:
    'Makes a member a moderator, or a moderator a member. Making a member the owner transfers ownership: the previous owner becomes a moderator. In a room without an owner, an admin can make a member or themselves the owner.',
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
    "Lists moderation actions in a room, newest first: removals, bans, mutes and their ends, role changes, deletions of other people's messages, and changes to the room itself. Omits messages that the caller may not see.",
  input: z.strictObject({
    roomId,
    ...pageAfter(eventId, limits.actsPerPage, 50),
  }),
  value: z.object({ acts: z.array(moderationAct).max(limits.actsPerPage), next: nextPage(eventId) }),
  access: roomModerators,
  rate: 'read',
  refusals: [...moderating],
});
