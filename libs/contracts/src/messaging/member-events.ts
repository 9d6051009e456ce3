import * as z from 'zod';
import { defineEvent } from '../grammar/event';
import { roomId, seq, timestamp, userId } from '../grammar/ids';
import { roomRole } from './model';

const service = 'messaging';
const scope = 'room';

export const memberJoined = defineEvent('member.joined', {
  service,
  scope,
  summary: 'A person joined a room or was added to it. Sent to its members, the new one included.',
  body: z.object({
    roomId,
    userId,
    role: roomRole,
    /** `everybody`: the room is for everybody, which no line tells of each person. */
    by: z.enum(['founding', 'self', 'member', 'invite', 'server', 'everybody']),
    /** The `seq` of the first message they may see; omitted if they may see all. */
    historyStart: seq.min(1).optional(),
    /** The room's last message at that time, where the new member's read mark starts; omitted if there was none. */
    headSeq: seq.optional(),
  }),
});

export const memberLeft = defineEvent('member.left', {
  service,
  scope,
  summary: 'A person left a room. Sent to the remaining members and to them.',
  body: z.object({ roomId, userId }),
});

export const memberKicked = defineEvent('member.kicked', {
  service,
  scope,
  summary:
    'A moderator removed a person from a room. Sent to the remaining members and to them. No content means that no reason was given.',
  body: z.object({ roomId, userId }),
  content: z.object({ reason: z.string() }),
});

export const memberBanned = defineEvent('member.banned', {
  service,
  scope,
  summary:
    'A moderator banned a person from a room, which also removes a member. Sent to its members and to the banned member. No content means that no reason was given.',
  body: z.object({ roomId, userId }),
  content: z.object({ reason: z.string() }),
});

export const memberUnbanned = defineEvent('member.unbanned', {
  service,
  scope,
  summary: "A moderator ended a ban. Sent to the room's members.",
  body: z.object({ roomId, userId }),
});

export const memberMuted = defineEvent('member.muted', {
  service,
  scope,
  summary:
    "A moderator muted a member until the given time. Sent to the room's members. No content means that no reason was given.",
  body: z.object({ roomId, userId, until: timestamp }),
  content: z.object({ reason: z.string() }),
});

export const memberUnmuted = defineEvent('member.unmuted', {
  service,
  scope,
  summary: "A moderator ended a mute. Sent to the room's members.",
  body: z.object({ roomId, userId }),
});

export const memberRoleChanged = defineEvent('member.role_changed', {
  service,
  scope,
  summary: "A member's role in a room changed. Sent to the room's members.",
  body: z.object({ roomId, userId, role: roomRole }),
});
