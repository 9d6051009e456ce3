import { commonReasons, messagingReasons, refused, type Reply } from '@devchitchat/contracts';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? '';

/** Whether a file or its folder does not exist. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** Whether the disk has no room. */
export const isFull = (error: unknown): boolean => /^(?:ENOSPC|EDQUOT)$/.test(codeOf(error));

/** The refusal for an error of the disk while a file is written. A missing folder was removed by messaging meanwhile. */
export function refusalOfDisk(error: unknown): Reply<never> {
  if (isMissing(error)) return refused(messagingReasons.fileUnknown);
  return refused(isFull(error) ? commonReasons.diskFull : commonReasons.diskFailing);
}
