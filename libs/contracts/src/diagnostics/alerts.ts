import * as z from 'zod';
import { processNames } from '../grammar/service-name';
import { filledIn } from '../grammar/reason';

/** The alerts about a process, as English sentences for clients without a translation. */
export const alertSentences = {
  silent: '{process} is not responding.',
  slow: '{process} is slow: it was {count} ms late.',
  disk_full: '{process} can’t store anything: its disk is full.',
  disk_failing: '{process} can’t store anything: its disk takes no writes.',
  disk_nearly_full: '{process} has {count} MB of disk left.',
  writes_waiting: '{process} has {count} writes waiting.',
} as const;
export type AlertName = keyof typeof alertSentences;

export const alert = z.object({
  alert: z.enum(Object.keys(alertSentences) as [AlertName, ...AlertName[]]),
  process: z.enum(processNames),
  /** The number in the sentence, if it has one: milliseconds, megabytes or writes. */
  count: z.number().optional(),
  /** The English sentence. */
  message: z.string(),
});
export type Alert = z.infer<typeof alert>;

export const alertOf = (name: AlertName, process: Alert['process'], count?: number): Alert => ({
  alert: name,
  process,
  ...(count !== undefined && { count }),
  message: filledIn(alertSentences[name], { process, ...(count !== undefined && { count }) }),
});
