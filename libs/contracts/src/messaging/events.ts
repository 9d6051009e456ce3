import * as z from 'zod';
import { defineEvent } from '../event';
import { clientMsgId, inviteId, msgId, roomId, seq, timestamp, userId } from '../ids';
import { roomKind, roomRole } from './model';

const service = 'messaging';
const scope = 'room';

export const roomCreated = defineEvent('room.created', {
  service,
  scope,
  summary: 'A room was made. Everyone hears of a public one, its maker of a private one.',
  body: z.object({ roomId, kind: roomKind, createdBy: userId.nullable() }),
  content: z.object({ name: z.string(), topic: z.string() }),
});

export const memberJoined = defineEvent('member.joined', {
  service,
  scope,
  summary: 'Somebody is in a room from now on. Its members hear it, the new one too.',
  body: z.object({ roomId, userId, role: roomRole, by: z.enum(['founding', 'self', 'member', 'invite', 'server']) }),
});

export const memberLeft = defineEvent('member.left', {
  service,
  scope,
  summary: 'Somebody is not in a room any more. Who stays hears it, and who left.',
  body: z.object({ roomId, userId }),
});

export const memberRoleChanged = defineEvent('member.role_changed', {
  service,
  scope,
  summary: "A member's role in a room is another. Its members hear it.",
  body: z.object({ roomId, userId, role: roomRole }),
});

export const roomInviteCreated = defineEvent('room_invite.created', {
  service,
  scope,
  summary: 'A link into a room was made. Its members hear it.',
  body: z.object({ roomId, inviteId, expiresAt: timestamp, maxUses: z.number().int() }),
});

export const roomInviteRedeemed = defineEvent('room_invite.redeemed', {
  service,
  scope,
  summary: 'One use of a link into a room is gone. Its members hear it.',
  body: z.object({ roomId, inviteId, userId }),
});

export const roomInviteRevoked = defineEvent('room_invite.revoked', {
  service,
  scope,
  summary: 'A link into a room was closed. Its members hear it.',
  body: z.object({ roomId, inviteId }),
});

export const messageSent = defineEvent('message.sent', {
  service,
  scope,
  summary: 'Somebody said something in a room. Its members hear it, the sender too.',
  body: z.object({ roomId, msgId, seq, clientMsgId }),
  content: z.object({ text: z.string() }),
});
