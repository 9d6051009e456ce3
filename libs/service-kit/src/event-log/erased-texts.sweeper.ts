import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Logger } from '../process/logger';
import type { Sqlite } from '../sqlite/sqlite';
import { LOGGER, SQLITE } from '../process/tokens';
import { writeTroubleIn } from '../sqlite/write-trouble';

/** Milliseconds for which erasures are collected: a checkpoint syncs the whole file. */
const gatherForMs = 10_000;

/**
 * Empties the write-ahead log after erasures. Erased text is overwritten in the file, but the log still contains the old
 * pages. Runs soon after an erasure, and at every start in case of a crash. Services that erase content provide this.
 */
@Injectable()
export class ErasedTexts implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;
  private isOver = false;

  constructor(
    @Inject(SQLITE) private readonly sqlite: Sqlite,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.sweep();
  }

  /** Closing the file sweeps once more, including erasures by work that finishes meanwhile. */
  onModuleDestroy(): void {
    this.isOver = true;
    clearTimeout(this.timer);
  }

  sweepSoon(): void {
    if (this.isOver) return;
    this.timer ??= setTimeout(() => {
      this.sweep();
    }, gatherForMs).unref();
  }

  private sweep(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.isSwept()) return;
    this.logger.debug('The write-ahead log cannot be emptied yet.');
    this.sweepSoon();
  }

  private isSwept(): boolean {
    // Writers must not wait here for readers, such as a search or a backup: it is retried instead.
    const busyTimeout = this.sqlite.pragma('busy_timeout', { simple: true }) as number;
    this.sqlite.pragma('busy_timeout = 0');
    try {
      const [checkpoint] = this.sqlite.pragma('wal_checkpoint(TRUNCATE)') as readonly { readonly busy: number }[];
      return checkpoint?.busy === 0;
    } catch (error) {
      // On a full disk the log cannot be written back into the file, but the file can still be read.
      if (writeTroubleIn(error) === undefined) throw error;
      return false;
    } finally {
      this.sqlite.pragma(`busy_timeout = ${busyTimeout}`);
    }
  }
}
