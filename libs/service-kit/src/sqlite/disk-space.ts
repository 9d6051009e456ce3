import type { DiskReport } from '@devchitchat/contracts';
import type { WriteTrouble } from './write-trouble';

const megabyte = 1024 * 1024;

/** Below this, or below a twentieth of a small disk, somebody should make room. */
const nearlyFull = 512 * megabyte;
const nearlyFullShare = 0.05;
/** Below this the next write may not fit. */
const full = megabyte;

export interface DiskSpace {
  readonly freeBytes: number;
  readonly totalBytes: number;
}

/** `trouble`: why the disk did not take the last write. A quota, for one, does not show in the number of free bytes. */
export function diskState(
  { freeBytes, totalBytes }: DiskSpace,
  trouble: WriteTrouble | undefined,
): DiskReport['state'] {
  if (trouble !== undefined) return trouble;
  if (freeBytes < full) return 'full';
  return freeBytes < Math.min(nearlyFull, totalBytes * nearlyFullShare) ? 'nearly_full' : 'ok';
}
