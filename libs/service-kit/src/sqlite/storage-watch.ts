import { statfsSync } from 'node:fs';
import type { DiskReport, Health } from '@devchitchat/contracts';
import { diskState } from './disk-space';
import type { Database } from './sqlite';
import type { WriteTrouble } from './write-trouble';

export interface StorageWatchOptions {
  readonly database: Pick<Database, 'writeTrouble'>;
  /** The folder that the database is in. */
  readonly folder: string;
}

/**
 * Whether a service's disk takes what is written to it. Nothing has to be restarted once there is room again: while the
 * disk refuses, each look tries to write.
 */
export class StorageWatch {
  private trouble: WriteTrouble | undefined;

  constructor(private readonly options: StorageWatchOptions) {
    this.trouble = options.database.writeTrouble();
  }

  /** To be told when a write failed. */
  readonly failed = (trouble: WriteTrouble): void => void (this.trouble = trouble);

  look(): DiskReport {
    if (this.trouble) this.trouble = this.options.database.writeTrouble();
    const { bavail, blocks, bsize } = statfsSync(this.options.folder);
    const space = { freeBytes: bavail * bsize, totalBytes: blocks * bsize };
    return { state: diskState(space, this.trouble), ...space };
  }

  /** Reading works on a full disk, so the service is up: starting it again would mend nothing. */
  health(): Pick<Health, 'state' | 'reason'> {
    const { state } = this.look();
    if (state === 'full')
      return { state: 'degraded', reason: 'Its disk is full. It can be read, and takes nothing new.' };
    if (state === 'failing') return { state: 'degraded', reason: 'Its disk takes no writes. It can be read.' };
    if (state === 'nearly_full') return { state: 'degraded', reason: 'Its disk is nearly full.' };
    return { state: 'ok' };
  }
}
