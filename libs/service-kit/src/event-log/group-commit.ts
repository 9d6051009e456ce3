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
  /** Who follows the scope, where not all of them hear this event. */
  readonly followers?: Audience;
}

/** What a piece of work may do to the log: append, see what it appended, and wipe people's words. */
export interface Transaction {
  /** Epoch milliseconds; the same for everything in one piece of work. */
  readonly now: number;
  /** `by` is who did it, where that is not who asks: an import brings what others said. */
  append(draft: Draft, by?: UserId): AnyEvent;
  /** Wipes what an event holds of people's words. The event stays. After the events that tell of it are appended. */
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

/** So that a flood does not keep the event loop from everything else. */
const largestBatch = 256;

export interface GroupCommitOptions {
  readonly sqlite: Sqlite;
  readonly log: EventLog;
  readonly logger: Logger;
  /** Called in the order of the log, after the commit and before anybody is answered. */
  readonly publish: (committed: Committed) => void;
  readonly now?: () => number;
  /** Called when the disk did not take a batch. */
  readonly onWriteTrouble?: (trouble: WriteTrouble) => void;
}

/**
 * The only writer of a file. What waits together commits together: one fsync for all of it, then the events are published
 * and everybody is answered. Work runs one after the other, so none sees another half done.
 */
export class GroupCommit {
  private waiting: Waiting[] = [];
  private flushing = false;
  private readonly caches: (() => void)[] = [];
  private commits = 0;
  private largestCommit = 0;

  constructor(private readonly options: GroupCommitOptions) {}

  /**
   * Resolves once the work's events are on disk. Refuses with `unavailable` when nobody waits any more or the disk takes
   * nothing; rejects with what the work threw.
   */
  run<Value>(context: CommandContext, work: Work<Value>): Promise<Reply<Value>> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ context, work, settle: (reply) => resolve(reply as Reply<Value>), fail: reject });
      this.schedule();
    });
  }

  /**
   * What the server does of itself, such as to follow another service: nobody asks, and nobody stops waiting. Resolves once it
   * is on disk.
   * @throws where the disk takes nothing; whoever reads a feed then gets the same events again.
   */
  async store(work: (transaction: Transaction) => void): Promise<void> {
    const stored = await this.run(serverContext(), (transaction) => {
      work(transaction);
      return accepted({});
    });
    if (!stored.ok) throw new Error(stored.error.message);
  }

  /** Memory that mirrors the file, to be emptied when a transaction is rolled back under it. */
  onRollback(forget: () => void): void {
    this.caches.push(forget);
  }

  /** How it did since this was asked last. */
  takeReport(): NonNullable<Heartbeat['writer']> {
    const report = { waiting: this.waiting.length, commits: this.commits, largestBatch: this.largestCommit };
    this.commits = 0;
    this.largestCommit = 0;
    return report;
  }

  private schedule(): void {
    if (this.flushing || this.waiting.length === 0) return;
    this.flushing = true;
    // After the input that is there already was read: it shares this commit.
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
    // Their role may have changed while this waited.
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

  /** Nothing of the batch is on disk. One bad piece of work must not fail the others: each is tried alone. */
  private recover(batch: readonly Waiting[], error: unknown): void {
    this.options.log.forget();
    for (const forget of this.caches) forget();
    const trouble = writeTroubleIn(error);
    if (trouble !== undefined) {
      this.options.logger.error('The disk does not take writes.', { error, count: batch.length });
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
