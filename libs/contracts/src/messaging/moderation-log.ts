import * as z from 'zod';
import { eventId, seq, timestamp, userId } from '../grammar/ids';
import { everyoneBy, roomRole, slowModeSeconds } from './model';

const act = <Kind extends string, More extends z.ZodRawShape>(kind: Kind, more: More) =>
  z.object({
    kind: z.literal(kind),
    /** The event by which it happened. */
    eventId,
    ts: timestamp,
    /** Who did it; `null` for the server itself. */
    by: userId.nullable(),
    ...more,
  });

/** `null` where none was given, and once erased. */
const reason = z.string().nullable();

/** `null` once erased. */
const words = z.string().nullable();

/** Something that somebody with a say over a room did in it. Of a deleted message it tells whose it was and where, and no word. */
export const moderationAct = z.discriminatedUnion('kind', [
  act('kicked', { userId, reason }),
  act('banned', { userId, reason }),
  act('unbanned', { userId }),
  act('muted', { userId, reason, until: timestamp }),
  act('unmuted', { userId }),
  act('role_changed', { userId, role: roomRole }),
  act('message_deleted', { /** Whose message it was. */ userId, seq, reason }),
  act('room_updated', { /** As they are since then. */ name: words, topic: words }),
  act('settings_changed', { slowModeSeconds: slowModeSeconds.optional(), everyoneBy: everyoneBy.optional() }),
]);
export type ModerationAct = z.infer<typeof moderationAct>;
