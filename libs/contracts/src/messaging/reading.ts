import * as z from 'zod';
import { roomId, seq, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';

/** Increases with every move of any read mark. */
export const marksRevision = z.number().int().nonnegative();

export const readMark = z.object({ userId, seq });
export type ReadMark = z.infer<typeof readMark>;

/** Most unread mentions listed for one room. */
export const mentionsPerRoom = 100;

/** Most messages listed for one room that do not count as unread. */
export const quietPerRoom = 200;

/** Read state in a `sync` answer; it is not part of the log. */
export const reading = z.object({
  /** To send with the next `sync`. */
  marksRevision,
  /** The read marks that moved since, in rooms the client holds. A snapshot contains its own. */
  marks: z.array(readMark.extend({ roomId })).max(limits.marksAtOnce),
  /**
   * Mentions of the caller after their read marks, the latest of each room; complete with the last answer.
   * With many rooms there are fewer of each.
   */
  mentions: z.array(z.object({ roomId, seqs: z.array(seq).max(mentionsPerRoom) })).max(limits.roomsPerSync),
  /**
   * Messages after the caller's read marks that do not count as unread, because they are deleted or the caller's own: the
   * latest of each room, as with mentions.
   */
  quiet: z
    .array(z.object({ roomId, seqs: z.array(seq).max(quietPerRoom) }))
    .max(limits.roomsPerSync)
    .optional(),
});
export type Reading = z.infer<typeof reading>;
