import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { inviteId, roomId, seq, timestamp, userId } from '../grammar/ids';

const service = 'messaging';
const scope = 'room';

export const roomInviteCreated = defineEvent('room_invite.created', {
  service,
  scope,
  summary: "A room link was created. Sent to the room's members.",
  body: z.object({
    roomId,
    inviteId,
    expiresAt: timestamp,
    maxUses: z.number().int(),
    /** True if people who join with it only see later messages. */
    history: z.literal('from_now').optional(),
    /** Otherwise they see what its creator may see: from this `seq` on, or everything if omitted. */
    historyStart: seq.min(1).optional(),
    /** The invite to the server whose token goes with the link. Belongs to auth; here only its name. */
    serverInviteId: inviteId.optional(),
  }),
});

export const roomInviteRedeemed = defineEvent('room_invite.redeemed', {
  service,
  scope,
  summary: "A person used a room link. Sent to the room's members.",
  body: z.object({ roomId, inviteId, userId }),
});

export const roomInviteRevoked = defineEvent('room_invite.revoked', {
  service,
  scope,
  summary: "A room link was revoked. Sent to the room's members.",
  body: z.object({ roomId, inviteId }),
});

export const roomInvitesVoided = defineEvent('room_invites.voided', {
  service,
  scope,
  summary:
    "All room links that a person created are void, because they may no longer create links to the room. Sent to the room's members.",
  body: z.object({ roomId, /** The creator of the links. */ createdBy: userId }),
});
