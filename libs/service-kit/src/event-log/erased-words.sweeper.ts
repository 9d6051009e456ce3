import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from '../process/logger';
import type { Sqlite } from '../sqlite/sqlite';
import { LOGGER, SQLITE } from '../process/tokens';
import { writeTroubleIn } from '../sqlite/write-trouble';

/** Milliseconds for which erasures gather: a checkpoint syncs the whole file. */
const gatherFor = 10_000;

/**
 * Erased words are overwritten in the file, but its write-ahead log holds the pages as they were, until it is emptied.
 * That is done soon after words were erased, and at every start, for what a crash left. A service that erases words provides
 * this.
 */
@Injectable()
export class ErasedWords implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    @Inject(SQLITE) private readonly sqlite: Sqlite,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.sweep();
  }

  /** Closing the file sweeps for the last time, also what is erased by work that still ends. */
  onModuleDestroy(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  sweepSoon(): void {
    if (this.isOver) return;
    this.timer ??= setTimeout(() => {
      this.sweep();
    }, gatherFor).unref();
  }

  private sweep(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isSwept()) return;
    this.logger.debug('The write-ahead log cannot be emptied yet.');
    this.sweepSoon();
  }

  private isSwept(): boolean {
    // Nobody who sends may wait here for somebody who reads, such as a search or a backup: it is tried again instead.
    const busyTimeout = this.sqlite.pragma('busy_timeout', { simple: true }) as number;
    this.sqlite.pragma('busy_timeout = 0');
    try {
      const [checkpoint] = this.sqlite.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
      return checkpoint?.busy === 0;
    } catch (error) {
      // On a full disk the file cannot grow by what the log holds. It can be read all the same.
      if (writeTroubleIn(error) === undefined) throw error;
      return false;
    } finally {
      this.sqlite.pragma(`busy_timeout = ${busyTimeout}`);
    }
  }
}
