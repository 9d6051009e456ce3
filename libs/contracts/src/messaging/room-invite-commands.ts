import * as z from 'zod';
import { anyone, roomModerators, unlessBanned } from '../grammar/access';
import { token } from '../auth/model';
import { defineCommand } from '../grammar/command';
import { eventId, inviteId, roomId, timestamp } from '../grammar/ids';
import { inviteTerms } from '../grammar/invite';
import { limits } from '../grammar/limits';
import { nextPage, pageAfter } from '../grammar/paging';
import { historyChoice, namedRoomKind, roomInvite, roomSnapshot } from './model';
import * as reasons from './reasons';

const service = 'messaging';
const done = z.object({});

export const roomInviteCreate = defineCommand('room.invite_create', {
  service,
  summary:
    'Creates a link by which people of this server join a room. It is valid while its creator may create links to the room. Only this answer contains the token.',
  input: z.strictObject({
    roomId,
    ...inviteTerms,
    /** As for `room.member_add`; `from_now` counts from each person's joining. */
    history: historyChoice.default('whole'),
    /** The invite to the server whose token goes with this link, for people without an account. See `invite.created`. */
    serverInviteId: inviteId.optional(),
  }),
  value: z.object({ invite: roomInvite, token }),
  access: roomModerators,
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.roomLinksRestricted, reasons.directLinks, reasons.roomHistoryPublic],
});

export const roomInviteList = defineCommand('room.invite_list', {
  service,
  summary: "Lists a room's links, newest first.",
  input: z.strictObject({ roomId, ...pageAfter(eventId, limits.invitesPerPage) }),
  value: z.object({ invites: z.array(roomInvite).max(limits.invitesPerPage), next: nextPage(eventId) }),
  access: roomModerators,
  rate: 'read',
  refusals: [reasons.roomUnknown, reasons.roomLinksRestricted, reasons.directLinks],
});

export const roomInviteRevoke = defineCommand('room.invite_revoke', {
  service,
  summary: 'Revokes a room link. People who joined with it stay.',
  input: z.strictObject({ roomId, inviteId }),
  value: done,
  access: roomModerators,
  rate: 'change',
  refusals: [reasons.roomUnknown, reasons.roomLinksRestricted, reasons.directLinks, reasons.roomInviteUnknown],
});

export const roomInvitePreview = defineCommand('room.invite_preview', {
  service,
  summary: 'Tells which room a link opens, how many people are in it and who made the link. For anyone who holds it.',
  input: z.strictObject({ token }),
  value: z.object({
    room: z.object({ roomId, kind: namedRoomKind, name: z.string(), memberCount: z.number().int() }),
    /** `null` if the name is erased. */
    invitedBy: z.string().nullable(),
    expiresAt: timestamp,
  }),
  access: anyone,
  rate: 'linkPreview',
  refusals: [reasons.roomInviteDead],
});

export const roomInviteRedeem = defineCommand('room.invite_redeem', {
  service,
  summary: 'Joins a room with a link. Uses up nothing if the caller is already a member.',
  input: z.strictObject({ token }),
  value: roomSnapshot,
  access: unlessBanned,
  rate: 'linkRedeem',
  refusals: [reasons.roomInviteDead, reasons.roomBanned, reasons.roomsTooMany],
});
