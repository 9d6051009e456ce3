import * as z from 'zod';
import { roomModerators, unlessBanned } from '../grammar/access';
import { token } from '../auth/model';
import { defineCommand } from '../grammar/command';
import { eventId, inviteId, roomId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { bannedHere, inTooMany } from './joining-refusals';
import { historyChoice, roomInvite, roomSnapshot } from './model';
import { noSuchRoom } from './no-such-room';

const service = 'messaging';
const done = z.object({});

export const roomInviteCreate = defineCommand('room.invite_create', {
  service,
  summary:
    'Makes a link with which people of this server enter a room, for as long as its maker might make another one. The token is in this answer and nowhere else.',
  input: z.strictObject({
    roomId,
    /** One minute to 30 days. */
    expiresInSeconds: z
      .number()
      .int()
      .min(60)
      .max(30 * 86_400)
      .default(86_400),
    maxUses: z.number().int().min(1).max(100).default(1),
    /** As with `room.member_add`; `from_now` counts from when somebody comes in. */
    history: historyChoice.default('whole'),
  }),
  value: z.object({ invite: roomInvite, token }),
  access: roomModerators,
  rate: 'change',
  refusals: {
    not_found: noSuchRoom,
    forbidden: 'Only the owner and mods make links into a private room, and nobody into a direct conversation.',
    conflict: 'It is a public room, whose whole history is for everybody.',
  },
});

export const roomInviteList = defineCommand('room.invite_list', {
  service,
  summary: "Lists a room's links, latest first.",
  input: z.strictObject({ roomId, ...pageAfter(eventId, limits.invitesPerPage) }),
  value: z.object({ invites: z.array(roomInvite).max(limits.invitesPerPage), next: nextPage(eventId) }),
  access: roomModerators,
  rate: 'read',
  refusals: { not_found: noSuchRoom, forbidden: "Only the owner and mods see a private room's links." },
});

export const roomInviteRevoke = defineCommand('room.invite_revoke', {
  service,
  summary: 'Closes a link into a room. Who came in by it stays.',
  input: z.strictObject({ roomId, inviteId }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: { not_found: noSuchRoom, forbidden: "Only the owner and mods close a private room's links." },
});

export const roomInviteRedeem = defineCommand('room.invite_redeem', {
  service,
  summary: 'Enters a room by a link. Costs no use when you are in it already.',
  input: z.strictObject({ token }),
  value: roomSnapshot,
  access: unlessBanned,
  rate: 'linkRedeem',
  refusals: {
    not_found: 'The link is expired, used up, revoked, was never made here, or its maker may make none any longer.',
    forbidden: bannedHere,
    conflict: inTooMany,
  },
});
