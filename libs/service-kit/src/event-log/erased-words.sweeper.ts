import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from '../logger';
import type { Sqlite } from '../sqlite';
import { LOGGER, SQLITE } from '../tokens';

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
    // Nobody who sends may wait here for somebody who reads, such as a search or a backup: it is tried again instead.
    const patience = this.sqlite.pragma('busy_timeout', { simple: true }) as number;
    this.sqlite.pragma('busy_timeout = 0');
    const [checkpoint] = this.sqlite.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
    this.sqlite.pragma(`busy_timeout = ${patience}`);
    if (checkpoint?.busy !== 0) {
      this.logger.debug('The write-ahead log cannot be emptied yet.');
      this.sweepSoon();
    }
  }
}
