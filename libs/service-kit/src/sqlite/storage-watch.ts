import { statfsSync } from 'node:fs';
import type { DiskReport, Health } from '@devchitchat/contracts';
import { diskState } from './disk-space';
import type { Database } from './sqlite';
import type { WriteTrouble } from './write-trouble';

export interface StorageWatchOptions {
  readonly database: Pick<Database, 'writeTrouble'>;
  /** The folder of the database. */
  readonly folder: string;
}

/**
 * Watches whether writes of a service succeed. Recovers without a restart once there is room: while writes fail, each check
 * tries one.
 */
export class StorageWatch {
  private trouble: WriteTrouble | undefined;

  constructor(private readonly options: StorageWatchOptions) {
    this.trouble = options.database.writeTrouble();
  }

  /** Records a failed write. */
  readonly failed = (trouble: WriteTrouble): void => void (this.trouble = trouble);

  look(): DiskReport {
    if (this.trouble) this.trouble = this.options.database.writeTrouble();
    const { bavail, blocks, bsize } = statfsSync(this.options.folder);
    const space = { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    return { state: diskState(space, this.trouble), ...space };
  }

  /**
   * The health of the storage. `degraded` on a full disk, not `failing`, because reads still work and a restart would not
   * help.
   */
  health(): Pick<Health, 'state' | 'reason'> {
    const { state } = this.look();
    if (state === 'full') return { state: 'degraded', reason: 'Its disk is full. Data can be read but not written.' };
    if (state === 'failing') return { state: 'degraded', reason: 'Writing to its disk fails. Data can still be read.' };
    if (state === 'nearly_full') return { state: 'degraded', reason: 'Its disk is nearly full.' };
    return { state: 'ok' };
  }
}
