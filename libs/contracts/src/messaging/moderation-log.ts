import * as z from 'zod';
import { eventId, seq, timestamp, userId } from '../grammar/ids';
import { everyoneBy, roomRole, slowModeSeconds } from './model';

const act = <Kind extends string, More extends z.ZodRawShape>(kind: Kind, more: More) =>
  z.object({
    kind: z.literal(kind),
    /** The event of the action. */
    eventId,
    ts: timestamp,
    /** The actor; `null` for the server itself. */
    by: userId.nullable(),
    ...more,
  });

/** `null` if none was given, and once erased. */
const reason = z.string().nullable();

/** `null` once erased. */
const text = z.string().nullable();

/** A moderation action in a room. For a deleted message it has the author and the position, but no text. */
export const moderationAct = z.discriminatedUnion('kind', [
  act('kicked', { userId, reason }),
  act('banned', { userId, reason }),
  act('unbanned', { userId }),
  act('muted', { userId, reason, until: timestamp }),
  act('unmuted', { userId }),
  act('role_changed', { userId, role: roomRole }),
  act('message_deleted', { /** The message's author. */ userId, seq, reason }),
  act('room_updated', { /** The new values. */ name: text, topic: text }),
  act('settings_changed', {
    slowModeSeconds: slowModeSeconds.optional(),
    everyoneBy: everyoneBy.optional(),
    forEverybody: z.boolean().optional(),
  }),
]);
export type ModerationAct = z.infer<typeof moderationAct>;
