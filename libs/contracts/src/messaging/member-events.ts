import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { roomId, seq, timestamp, userId } from '../grammar/ids';
import { roomRole } from './model';

const service = 'messaging';
const scope = 'room';

export const memberJoined = defineEvent('member.joined', {
  service,
  scope,
  summary: 'Somebody is in a room from now on. Its members hear it, the new one too.',
  body: z.object({
    roomId,
    userId,
    role: roomRole,
    by: z.enum(['founding', 'self', 'member', 'invite', 'server']),
    /** The place of the first message that they may see; all of them where there is none. */
    historyStart: seq.min(1).optional(),
    /** The room's last message then, where the new one's read mark begins; left out before the first. */
    headSeq: seq.optional(),
  }),
});

export const memberLeft = defineEvent('member.left', {
  service,
  scope,
  summary: 'Somebody is not in a room any more. Who stays hears it, and who left.',
  body: z.object({ roomId, userId }),
});

export const memberKicked = defineEvent('member.kicked', {
  service,
  scope,
  summary:
    'A moderator put somebody out of a room. Who stays hears it, and who had to go. No content: no reason was given.',
  body: z.object({ roomId, userId }),
  content: z.object({ reason: z.string() }),
});

export const memberBanned = defineEvent('member.banned', {
  service,
  scope,
  summary:
    'A moderator banned somebody from a room; if they were in it, they are not any more. Its members hear it, and who had to go. No content: no reason was given.',
  body: z.object({ roomId, userId }),
  content: z.object({ reason: z.string() }),
});

export const memberUnbanned = defineEvent('member.unbanned', {
  service,
  scope,
  summary: 'Somebody may come into a room again. Its members hear it.',
  body: z.object({ roomId, userId }),
});

export const memberMuted = defineEvent('member.muted', {
  service,
  scope,
  summary:
    'A moderator keeps a member from speaking until then. The members of the room hear it. No content: no reason was given.',
  body: z.object({ roomId, userId, until: timestamp }),
  content: z.object({ reason: z.string() }),
});

export const memberUnmuted = defineEvent('member.unmuted', {
  service,
  scope,
  summary: 'Somebody may speak in a room again. Its members hear it.',
  body: z.object({ roomId, userId }),
});

export const memberRoleChanged = defineEvent('member.role_changed', {
  service,
  scope,
  summary: "A member's role in a room is another. Its members hear it.",
  body: z.object({ roomId, userId, role: roomRole }),
});
