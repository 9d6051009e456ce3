import type { DiskReport } from '@devchitchat/contracts';
import type { WriteTrouble } from './write-trouble';

const megabyte = 1024 * 1024;

/** Free bytes below which a person should make room; on a small disk, a twentieth of it. */
const nearlyFull = 512 * megabyte;
const nearlyFullShare = 0.05;
/** Free bytes below which the next write may not fit. */
const full = megabyte;

export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** @param trouble why the last write failed; a quota, for example, does not show in the number of free bytes */
export function diskState(
  { freeBytes, totalBytes }: DiskSpace,
  trouble: WriteTrouble | undefined,
): DiskReport['state'] {
  if (trouble !== undefined) return trouble;
  if (freeBytes < full) return 'full';
  return freeBytes < Math.min(nearlyFull, totalBytes * nearlyFullShare) ? 'nearly_full' : 'ok';
}
