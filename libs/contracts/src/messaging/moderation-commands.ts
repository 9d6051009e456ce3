import * as z from 'zod';
import { roomModerators, roomOwners } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { eventId, roomId, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { line } from '../grammar/text';
import { roomRole } from './model';
import { moderationAct } from './moderation-log';
import { noSuchRoom } from './no-such-room';

const service = 'messaging';
const rate = 'change';
const done = z.object({});
const whom = { roomId, userId };
const reason = line(1, limits.noteLength).optional();

const notHere = 'There is no such room, or this person is not in it.';
const outranked =
  'The owner acts on everybody, mods on members only, and nobody on anybody in a direct conversation. In the lobby and in a room without an owner admins act as its owner.';
const oneself = 'This cannot be done to oneself.';

export const memberKick = defineCommand('member.kick', {
  service,
  summary:
    'Puts somebody out of a room. The links that they made are void; they come back by the ways that are open to everybody.',
  input: z.strictObject({ ...whom, reason }),
  value: done,
  access: roomModerators,
  rate,
  refusals: { not_found: notHere, forbidden: outranked, conflict: oneself },
});

export const memberBan = defineCommand('member.ban', {
  service,
  summary:
    'Puts somebody out of a room and keeps them out: they cannot join it, follow a link into it or be added. Also for who is not in it.',
  input: z.strictObject({ ...whom, reason }),
  value: done,
  access: roomModerators,
  rate,
  refusals: { not_found: 'There is no such room or person.', forbidden: outranked, conflict: oneself },
});

export const memberUnban = defineCommand('member.unban', {
  service,
  summary: 'Ends a ban. It does not bring anybody back into the room.',
  input: z.strictObject(whom),
  value: done,
  access: roomModerators,
  rate,
  refusals: { not_found: 'There is no such room.', forbidden: 'Only the owner and mods end a ban.' },
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
  refusals: { not_found: notHere, forbidden: outranked, conflict: oneself },
});

export const memberUnmute = defineCommand('member.unmute', {
  service,
  summary: 'Lets somebody speak again before their time is over.',
  input: z.strictObject(whom),
  value: done,
  access: roomModerators,
  rate,
  refusals: { not_found: 'There is no such room.', forbidden: 'Only the owner and mods let somebody speak again.' },
});

export const memberSetRole = defineCommand('member.set_role', {
  service,
  summary:
    'Makes a member a mod, or a mod a member. Making somebody the owner passes the room on: who did is a mod then. An admin gives a room without an owner to somebody, or takes it.',
  input: z.strictObject({ ...whom, role: roomRole }),
  value: done,
  access: roomOwners,
  rate,
  refusals: {
    not_found: notHere,
    forbidden: 'Only the owner gives roles, an admin where there is none, and nobody owns the lobby.',
    conflict: `${oneself} Bots and disabled accounts own no room.`,
  },
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
  refusals: {
    not_found: noSuchRoom,
    forbidden:
      'Only the owner and mods see it, admins where there is no owner, and there is none of a direct conversation.',
  },
});
