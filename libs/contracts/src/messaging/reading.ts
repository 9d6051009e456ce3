import * as z from 'zod';
import { roomId, seq, userId } from '../grammar/ids';
import { limits } from '../grammar/limits';

/** Counts every moving of a read mark, whoever's and wherever. */
export const marksRevision = z.number().int().nonnegative();

export const readMark = z.object({ userId, seq });
export type ReadMark = z.infer<typeof readMark>;

/** Unread mentions told of one room. */
export const mentionsPerRoom = 100;

/** What a `sync` tells of reading, which is not in the log. */
export const reading = z.object({
  /** Say it with the next `sync`. */
  marksRevision,
  /** The read marks that moved since, in rooms one holds. Those of a snapshot are in the snapshot. */
  marks: z.array(readMark.extend({ roomId })).max(limits.marksAtOnce),
  /**
   * The places where one is mentioned behind one's own read marks, the latest of each room; whole with the last answer.
   * Where rooms are many there are fewer of each.
   */
  mentions: z.array(z.object({ roomId, seqs: z.array(seq).max(mentionsPerRoom) })).max(limits.roomsPerSync),
});
export type Reading = z.infer<typeof reading>;
