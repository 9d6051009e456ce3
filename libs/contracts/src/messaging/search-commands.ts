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
    /** The number of hits to skip, which the client already has. */
    offset: z.number().int().min(0).max(limits.searchDepth).default(0),
    limit: z.number().int().min(1).max(limits.searchHits).default(20),
    /**
     * The caller's time zone, such as `Europe/Berlin`: days of `before:`, `after:` and `on:` begin at its midnight,
     * daylight saving included.
     */
    timeZone: z
      .string()
      .regex(/^[\w+/-]{1,64}$/, problems.time_zone)
      .optional(),
    /** The same in minutes ahead of UTC, used if the zone is omitted or unknown. */
    utcOffset: z.number().int().min(-840).max(840).default(0),
  }),
  value: z.object({
    hits: z
      .array(
        z.object({
          message,
          /** The text around the first match; each match is enclosed in `\u0001` and `\u0002`. */
          snippet: z.string(),
        }),
      )
      .max(limits.searchHits),
    /** True if there are more hits. */
    more: z.boolean(),
    /** `false` if the search ran out of time and covered only the newest messages. */
    complete: z.boolean(),
    /** Operators with an unknown value. With any of them there are no hits. */
    unknown: z.array(z.object({ operator: z.string(), value: z.string() })).max(10_000),
  }),
  access: { ...signedIn, ...bots },
  rate: 'read',
  refusals: [reasons.roomUnknown, reasons.searchesOfYours, reasons.searchesTooMany, reasons.searchTooLong],
});
