import * as z from 'zod';
import { roomMembers, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { roomId, seq } from '../grammar/ids';
import * as reasons from './reasons';

const service = 'messaging';

export const readMark = defineCommand('read.mark', {
  service,
  summary:
    "Moves one's read marks, for all of one's devices: everything to this `seq` is read. Moves a mark down only with `back`. The answer means: on disk.",
  input: z.strictObject({
    rooms: z
      .array(
        z.strictObject({
          roomId,
          seq,
          /** What comes after this `seq` is to be unread, also where it was read before. */
          back: z.literal(true).optional(),
        }),
      )
      .min(1)
      .max(2_000),
  }),
  value: z.object({}),
  access: signedIn,
  rate: 'read',
  refusals: [],
});

export const readDigest = defineCommand('read.digest', {
  service,
  summary: 'Counts what others said in a room after a `seq`: messages, people, and messages that mention oneself.',
  input: z.strictObject({ roomId, afterSeq: seq }),
  value: z.object({
    messages: z.number().int().nonnegative(),
    people: z.number().int().nonnegative(),
    mentions: z.number().int().nonnegative(),
  }),
  access: roomMembers,
  rate: 'read',
  refusals: [reasons.roomUnknown],
});
