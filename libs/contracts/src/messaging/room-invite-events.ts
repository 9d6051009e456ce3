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
    /** Who comes in by it sees only what is said from then on. */
    history: z.literal('from_now').optional(),
    /** Else they see what its maker may see: from this place on, or all of it where there is none. */
    historyStart: seq.min(1).optional(),
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
  body: z.object({ roomId, /** Who made the links. */ createdBy: userId }),
});
