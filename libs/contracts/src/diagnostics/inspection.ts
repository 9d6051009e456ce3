import * as z from 'zod';
import { eventId } from '../grammar/ids';
import { eventFilter, loggedEvent } from './model';

/** Diagnostics' request on `log.<service>`: a part of a service's log, read backwards. */
export const inspectionRequest = z.strictObject({
  filter: eventFilter,
  /** Only events before this one; all if omitted. */
  before: eventId.optional(),
  limit: z.number().int().min(1).max(200),
});
export type InspectionRequest = z.infer<typeof inspectionRequest>;

/** The answer. Content never leaves the service that holds it. */
export const inspection = z.object({
  /** Newest first. */
  events: z.array(loggedEvent),
  /** The oldest event that was examined; `null` if the search reached the beginning of the log. */
  lookedBackTo: eventId.nullable(),
});
export type Inspection = z.infer<typeof inspection>;
