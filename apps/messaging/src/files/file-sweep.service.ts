import type { FileId } from '@devchitchat/contracts';
import { GroupCommit, LOGGER, type Logger } from '@devchitchat/service-kit';
import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DueWork } from '../due-work/due-work.loop';
import { FileStore } from './file-store.files';
import { RemovalsRepository } from './removals.repository';

/** Files removed per step. */
const atOnce = 20;
/** Stored files searched per step, which takes about a millisecond. */
const lookThrough = 2_000;
/** Milliseconds between two steps, for other work. */
const pauseMs = 10;
/** Milliseconds until the next attempt after a failure. */
const retryAfterMs = 10_000;
/** Milliseconds between two looks for uploads that no message took in time. */
const expiriesEveryMs = 60_000;

/**
 * Removes files from disk that no message and no upload has any more. A file is first marked, which hides it from all
 * commands, then its folder is removed, and then its row: a crash at any moment leaves something that the next start finds.
 */
@Injectable()
export class FileSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly work = new DueWork(() => this.step());
  private timer: NodeJS.Timeout | undefined;
  /** Where the search for files without a message goes on; `null` if none is due. Each search is an object of its own. */
  private search: { readonly after: string } | null = { after: '' };
  /** Folders found at the start that belong to no stored file. */
  private strays: readonly FileId[] = [];

  constructor(
    private readonly groupCommit: GroupCommit,
    private readonly store: FileStore,
    private readonly removals: RemovalsRepository,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Finishes what a crash interrupted. */
  async onApplicationBootstrap(): Promise<void> {
    // A file has its row before its folder, so a new upload never looks like a stray.
    this.strays = (await this.store.all()).filter((file) => !this.removals.knows(file));
    this.work.wake();
    this.timer = setInterval(() => this.work.wake(), expiriesEveryMs).unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.work.stop();
  }

  /** Call when a message took files: the bytes of their turns are no longer needed. */
  filesWereSent(): void {
    this.work.wake();
  }

  /** Call when messages with files may be gone. */
  messagesAreGone(): void {
    this.search = { after: '' };
    this.work.wake();
  }

  private async step(): Promise<number | null> {
    try {
      return await this.sweep();
    } catch (error) {
      this.logger.warn('Files could not be removed; trying again.', { error });
      return retryAfterMs;
    }
  }

  /** Does one step. Returns `null` if nothing is left to do. */
  private async sweep(): Promise<number | null> {
    await this.mark();
    const [marked, untidy] = [this.removals.marked(atOnce), this.removals.untidy(atOnce)];
    const strays = this.strays.slice(0, atOnce);
    for (const file of [...marked, ...strays]) await this.store.remove(file);
    for (const file of untidy) await this.store.keepReady(file);
    this.strays = this.strays.slice(strays.length);
    if (marked.length + untidy.length + strays.length === 0 && this.search === null) return null;
    if (marked.length + untidy.length > 0) {
      await this.groupCommit.store(() => {
        for (const file of marked) this.removals.remove(file);
        for (const file of untidy) this.removals.tidied(file);
      });
    }
    return pauseMs;
  }

  /** Marks expired uploads and files whose message is gone. */
  private async mark(): Promise<void> {
    const { search } = this;
    const found = search && this.removals.searchAfter(search.after, lookThrough);
    if (found?.orphans.length || this.removals.expired(Date.now(), 1).length > 0) {
      // Read again in the transaction: a command may have prolonged an upload or sent it meanwhile.
      await this.groupCommit.store(({ now }) => {
        const orphans = search ? this.removals.searchAfter(search.after, lookThrough).orphans : [];
        for (const file of [...orphans, ...this.removals.expired(now, atOnce)]) this.removals.mark(file);
      });
    }
    // A call of `messagesAreGone` meanwhile has begun another search.
    if (found && this.search === search) this.search = found.next === null ? null : { after: found.next };
  }
}
