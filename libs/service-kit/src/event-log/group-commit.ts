import {
  accepted,
  commonReasons as reasons,
  refused,
  type AnyEvent,
  type Audience,
  type Heartbeat,
  type Reply,
  type UserId,
} from '@devchitchat/contracts';
import type { Logger } from '../process/logger';
import type { CommandContext } from '../nats/envelope';
import type { Sqlite } from '../sqlite/sqlite';
import { writeTroubleIn, type WriteTrouble } from '../sqlite/write-trouble';
import type { Draft } from './draft';
import type { EventLog } from './event-log';
import { serverContext } from '../nats/server-context';

export interface Committed {
  readonly event: AnyEvent;
  readonly audience: Audience;
  /** The followers of the scope, if not all of them receive this event. */
  readonly followers?: Audience;
}

/** The operations on the log that work may use: append, see its own events, and erase content. */
export interface Transaction {
  /** Epoch milliseconds; constant during one piece of work. */
  readonly now: number;
  /** @param by the author, if not the actor: an import appends messages of others */
  append(draft: Draft, by?: UserId): AnyEvent;
  /** Erases the content of an event, which itself stays. Call it after the events about the erasure are appended. */
  erase(eventId: number): void;
}

/** Decides and writes, synchronously. A refusal must come before the first append. */
export type Work<Value> = (transaction: Transaction) => Reply<Value>;

interface Waiting {
  readonly context: CommandContext;
  readonly work: Work<unknown>;
  readonly settle: (reply: Reply<unknown>) => void;
  readonly fail: (error: unknown) => void;
}

interface Done {
  readonly waiting: Waiting;
  readonly reply: Reply<unknown>;
}

/** Maximum work per batch, so that a flood does not block the event loop. */
const largestBatch = 256;

export interface GroupCommitOptions {
  readonly sqlite: Sqlite;
  readonly log: EventLog;
  readonly logger: Logger;
  /** Called in log order, after the commit and before the answers. */
  readonly publish: (committed: Committed) => void;
  readonly now?: () => number;
  /** Called when a batch could not be written. */
  readonly onWriteTrouble?: (trouble: WriteTrouble) => void;
}

/**
 * The only writer of a database. All waiting work is committed together with one fsync, then its events are published and
 * its callers answered. Work runs sequentially and never sees uncommitted parts of other work.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private flushing = false;
  private readonly caches: (() => void)[] = [];
  private commits = 0;
  private largestCommit = 0;

  constructor(private readonly options: GroupCommitOptions) {}

  /**
   * Resolves once the work's events are on disk. Refuses with `unavailable` if the caller stopped waiting or the write
   * failed; rejects with the error that the work threw.
   */
  run<Value>(context: CommandContext, work: Work<Value>): Promise<Reply<Value>> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ context, work, settle: (reply) => resolve(reply as Reply<Value>), fail: reject });
      this.schedule();
    });
  }

  /**
   * Runs the server's own work, such as following another service, which has no actor and no deadline. Resolves once it is
   * on disk.
   *
   * @throws if the write failed; followers of a feed then get the same events again
   */
  async store(work: (transaction: Transaction) => void): Promise<void> {
    const stored = await this.run(serverContext(), (transaction) => {
      work(transaction);
      return accepted({});
    });
    if (!stored.ok) throw new Error(stored.error.message);
  }

  /** Registers a callback that discards in-memory state after a rollback. */
  onRollback(forget: () => void): void {
    this.caches.push(forget);
  }

  /** Returns the writer's statistics since the last call. */
  takeReport(): NonNullable<Heartbeat['writer']> {
    const report = { waiting: this.waiting.length, commits: this.commits, largestBatch: this.largestCommit };
    this.commits = 0;
    this.largestCommit = 0;
    return report;
  }

  private schedule(): void {
    if (this.flushing || this.waiting.length === 0) return;
    this.flushing = true;
    // Runs after all input received so far was read, so that it shares this commit.
    setImmediate(() => {
      this.flushing = false;
      this.commit(this.waiting.splice(0, largestBatch));
      this.schedule();
    });
  }

  private commit(batch: readonly Waiting[]): void {
    const committed: Committed[] = [];
    const done: Done[] = [];
    try {
      this.options.sqlite
        .transaction(() => {
          for (const waiting of batch) done.push({ waiting, reply: this.perform(waiting, committed) });
        })
        .immediate();
    } catch (error) {
      return this.recover(batch, error);
    }
    this.commits += 1;
    this.largestCommit = Math.max(this.largestCommit, batch.length);
    for (const each of committed) this.options.publish(each);
    for (const { waiting, reply } of done) waiting.settle(reply);
  }

  private perform({ context, work }: Waiting, committed: Committed[]): Reply<unknown> {
    if (!context.isAwaited()) return refused(reasons.serverBusy);
    // The actor's role may have changed while the work waited.
    const refusal = context.refusal?.();
    if (refusal) return refusal;
    const stamp = {
      ts: (this.options.now ?? Date.now)(),
      actorUserId: context.actor?.userId ?? null,
      trace: context.trace,
    };
    return work({
      now: stamp.ts,
      append: (draft, by) => {
        const event = this.options.log.append(draft, by === undefined ? stamp : { ...stamp, actorUserId: by });
        const { audience, followers } = draft;
        committed.push({ event, audience, ...(followers && { followers }) });
        return event;
      },
      erase: (eventId) => {
        this.options.log.erase(eventId);
      },
    });
  }

  /**
   * Retries each piece of work of a failed batch alone, so that one defect does not fail the others. Nothing of the batch
   * is on disk.
   */
  private recover(batch: readonly Waiting[], error: unknown): void {
    this.options.log.forget();
    for (const forget of this.caches) forget();
    const trouble = writeTroubleIn(error);
    if (trouble !== undefined) {
      this.options.logger.error('Writing to the disk failed.', { error, count: batch.length });
      this.options.onWriteTrouble?.(trouble);
      for (const { settle } of batch) {
        settle(refused(trouble === 'full' ? reasons.diskFull : reasons.diskFailing));
      }
    } else if (batch.length > 1) {
      for (const waiting of batch) this.commit([waiting]);
    } else {
      batch[0]?.fail(error);
    }
  }
}
