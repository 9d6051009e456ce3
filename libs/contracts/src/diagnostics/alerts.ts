import * as z from 'zod';
import { processNames } from '../grammar/service-name';
import { filledIn } from '../grammar/reason';

/** What can be wrong with a process, as a sentence for whoever has no translation. */
export const complaintSentences = {
  silent: '{process} is silent.',
  slow: '{process} is slow: it was {count} ms late.',
  disk_full: "{process} can't store anything: its disk is full.",
  disk_failing: "{process} can't store anything: its disk takes no writes.",
  disk_nearly_full: '{process} has {count} MB of disk left.',
  writes_waiting: '{process} has {count} writes waiting.',
} as const;
export type ComplaintName = keyof typeof complaintSentences;

export const complaint = z.object({
  complaint: z.enum(Object.keys(complaintSentences) as [ComplaintName, ...ComplaintName[]]),
  process: z.enum(processNames),
  /** How much, where the sentence says it: milliseconds, megabytes or writes. */
  count: z.number().optional(),
  /** The English sentence. */
  message: z.string(),
});
export type Complaint = z.infer<typeof complaint>;

export const complaintOf = (name: ComplaintName, process: Complaint['process'], count?: number): Complaint => ({
  complaint: name,
  process,
  ...(count !== undefined && { count }),
  message: filledIn(complaintSentences[name], { process, ...(count !== undefined && { count }) }),
});
