import * as z from 'zod';
import { roomModerators, unlessBanned } from '../grammar/access';
import { token } from '../auth/model';
import { defineCommand } from '../grammar/command';
import { eventId, inviteId, roomId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { historyChoice, roomInvite, roomSnapshot } from './model';
import * as reasons from './reasons';

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
  refusals: [reasons.roomUnknown, reasons.roomLinksRestricted, reasons.directLinks, reasons.roomHistoryPublic],
});

export const roomInviteList = defineCommand('room.invite_list', {
  service,
  summary: "Lists a room's links, latest first.",
  input: z.strictObject({ roomId, ...pageAfter(eventId, limits.invitesPerPage) }),
  value: z.object({ invites: z.array(roomInvite).max(limits.invitesPerPage), next: nextPage(eventId) }),
  access: roomModerators,
  rate: 'read',
  refusals: [reasons.roomUnknown, reasons.roomLinksRestricted, reasons.directLinks],
});

export const roomInviteRevoke = defineCommand('room.invite_revoke', {
  service,
  summary: 'Closes a link into a room. Who came in by it stays.',
  input: z.strictObject({ roomId, inviteId }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.roomLinksRestricted, reasons.directLinks, reasons.roomInviteUnknown],
});

export const roomInviteRedeem = defineCommand('room.invite_redeem', {
  service,
  summary: 'Enters a room by a link. Costs no use when you are in it already.',
  input: z.strictObject({ token }),
  value: roomSnapshot,
  access: unlessBanned,
  rate: 'linkRedeem',
  refusals: [reasons.roomInviteDead, reasons.roomBanned, reasons.roomsTooMany],
});
