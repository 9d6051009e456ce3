import type { AnyEvent, ServiceName } from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import type { Logger } from '../process/logger';
import type { Sqlite } from '../sqlite/sqlite';
import { FeedSubscription } from './feed';
import type { GroupCommit, Transaction } from './group-commit';

/** The position up to which another service's log is applied, stored in this service's own database. */
export interface FeedCursor {
  read(): number;
  move(eventId: number): void;
}

export interface Following {
  /** The types to follow; without it, all. */
  readonly types?: readonly string[];
  /** Applies one event. */
  readonly apply: (transaction: Transaction, event: AnyEvent) => void;
  /** Called once these events are on disk. */
  readonly applied?: (events: readonly AnyEvent[]) => void;
  /** Replaces the row in `feed_cursors`, for a second follower of the same log. */
  readonly cursor?: FeedCursor;
  /**
   * Only the future matters: a cursor that was never moved, below 0, begins at the log's end, and so does one beyond it,
   * after a restore from a backup. For two services that follow each other, neither of whose copies can be the older one.
   */
  readonly fromNow?: true;
}

/** Follows other services' logs. Every event is applied exactly once and in order, in one transaction with its cursor. */
export class Feeds {
  constructor(
    private readonly nats: NatsConnection,
    private readonly logger: Logger,
    private readonly sqlite: Sqlite,
    private readonly groupCommit: GroupCommit,
  ) {}

  follow(
    source: ServiceName,
    { types, apply, applied, cursor = this.cursorOf(source), fromNow }: Following,
  ): FeedSubscription {
    const follower = {
      types,
      cursor: () => cursor.read(),
      ...(fromNow && { begin: (head: number) => this.groupCommit.store(() => cursor.move(head)) }),
      // Throws if nothing could be stored; the feed then delivers the same events again.
      apply: async (events: readonly AnyEvent[]) => {
        await this.groupCommit.store((transaction) => {
          for (const event of events) {
            if (event.eventId <= cursor.read()) continue;
            apply(transaction, event);
            cursor.move(event.eventId);
          }
        });
        applied?.(events);
      },
    };
    return new FeedSubscription(source, this.nats, follower, this.logger);
  }

  private cursorOf(source: ServiceName): FeedCursor {
    const read = this.sqlite
      .prepare<[ServiceName], number>('SELECT event_id FROM feed_cursors WHERE service = ?')
      .pluck();
    const move = this.sqlite.prepare('INSERT OR REPLACE INTO feed_cursors (service, event_id) VALUES (?, ?)');
    return { read: () => read.get(source) ?? 0, move: (eventId) => void move.run(source, eventId) };
  }
}
