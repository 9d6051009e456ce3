import * as z from 'zod';
import { problems } from './problems';

/**
 * The paging of every list that can grow: the request has `{after, limit}`, the answer has `next` beside the items. The
 * first page has no `after`; each following one has `next` of the one before as its `after`, until `next` is `null`. A
 * page may hold fewer items than `limit` where they are long, so that only `next` says whether there are more.
 */
export const pageAfter = <Cursor extends z.ZodType>(cursor: Cursor, maxItems: number, usual = maxItems) => ({
  /** `next` of the previous page; omitted for the first. */
  after: cursor.optional(),
  limit: z.number().int().min(1).max(maxItems).default(usual),
});

/** `after` of the next page; `null` on the last. */
export const nextPage = <Cursor extends z.ZodType>(cursor: Cursor) => cursor.nullable();

/** A position in a list that is ordered by time, then by id. */
export const timedCursor = z.string().regex(/^\d{1,15}\.[a-z]_[0-9a-hjkmnp-tv-z]{16}$/, problems.cursor);

export const timedCursorOf = (time: number, id: string): string => `${time}.${id}`;

export function partsOfTimedCursor(cursor: string): { readonly time: number; readonly id: string } {
  const [time = '', id = ''] = cursor.split('.');
  return { time: Number(time), id };
}
