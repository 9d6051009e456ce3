import * as z from 'zod';
import { roomMembers, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { roomId, seq } from '../grammar/ids';
import * as reasons from './reasons';

const service = 'messaging';

export const readMark = defineCommand('read.mark', {
  service,
  summary:
    "Moves the caller's read marks on all their devices: everything up to this `seq` is read. Only `back` moves a mark down. The answer means that the marks are on disk.",
  input: z.strictObject({
    rooms: z
      .array(
        z.strictObject({
          roomId,
          seq,
          /** Makes later messages unread, even if they were read before. */
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
  summary:
    "Counts other people's messages in a room after a `seq`: messages, their authors, and messages that mention the caller.",
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
