import * as z from 'zod';
import { eventId } from '../grammar/ids';
import { eventFilter, loggedEvent } from './model';

/** What diagnostics asks on `log.<service>`: a stretch of a service's log, read backwards. */
export const inspectionRequest = z.strictObject({
  filter: eventFilter,
  /** Events before this one; all when it is left out. */
  before: eventId.optional(),
  limit: z.number().int().min(1).max(200),
});
export type InspectionRequest = z.infer<typeof inspectionRequest>;

/** What is answered. Content never leaves the service that holds it. */
export const inspection = z.object({
  /** The latest first. */
  events: z.array(loggedEvent),
  /** What was looked at ends here; `null` when it was the beginning of the log. */
  lookedBackTo: eventId.nullable(),
});
export type Inspection = z.infer<typeof inspection>;
