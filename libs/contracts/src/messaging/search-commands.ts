import * as z from 'zod';
import { bots, signedIn } from '../grammar/access';
import { defineCommand } from '../grammar/command';
import { roomId } from '../grammar/ids';
import { limits } from '../grammar/limits';
import { problems } from '../grammar/problems';
import { message } from './model';
import * as reasons from './reasons';

const service = 'messaging';

export const searchQuery = defineCommand('search.query', {
  service,
  summary:
    'Searches messages by words, prefixes and parts of words, and by operators (`from:` `in:` `before:` `after:` `on:` `has:` `is:` `mentions:`), in one room or all rooms of the caller. Every text is a valid query.',
  input: z.strictObject({
    text: z.string().max(10_000),
    roomId: roomId.optional(),
    sort: z.enum(['best', 'newest']).default('best'),
    /** So many hits are left out: those one has. */
    offset: z.number().int().min(0).max(limits.searchDepth).default(0),
    limit: z.number().int().min(1).max(limits.searchHits).default(20),
    /** Where one is, as `Europe/Berlin`: when the days of `before:`, `after:` and `on:` begin there, in summer and in winter. */
    timeZone: z
      .string()
      .regex(/^[\w+/-]{1,64}$/, problems.time_zone)
      .optional(),
    /** The same in minutes ahead of UTC, for those who name no zone, or one that is unknown here. */
    utcOffset: z.number().int().min(-840).max(840).default(0),
  }),
  value: z.object({
    hits: z
      .array(
        z.object({
          message,
          /** The part around the first match; matches stand between `\u0001` and `\u0002`. */
          snippet: z.string(),
        }),
      )
      .max(limits.searchHits),
    /** There are others after these. */
    more: z.boolean(),
    /** `false`: it took too long, and only the newest messages were looked through. */
    complete: z.boolean(),
    /** Operators that name nobody and nothing. With any of them nothing is found. */
    unknown: z.array(z.object({ operator: z.string(), value: z.string() })).max(10_000),
  }),
  access: { ...signedIn, ...bots },
  rate: 'read',
  refusals: [reasons.roomUnknown, reasons.searchesOfYours, reasons.searchesTooMany, reasons.searchTooLong],
});
