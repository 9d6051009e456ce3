import { subjects, type AnyEvent, type ServiceName } from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import type { Logger } from '../logger';
import { onReconnect } from '../nats/connection';
import { parseJson } from '../nats/json';
import type { EventLog } from './event-log';

const feedRequest = z.object({ after: z.number().int().nonnegative() });

/** Events in one answer of a feed. */
const page = 500;

/** Lets other services read this one's log: request `feed.<service>` with `{after}`, get the next events. */
export function serveFeed(service: ServiceName, nats: NatsConnection, log: EventLog): void {
  nats.subscribe(subjects.feed(service), {
    queue: service,
    callback: (_error, request) => {
      const asked = feedRequest.safeParse(parseJson(request.string()));
      request.respond(JSON.stringify(asked.success ? log.after(asked.data.after, page) : []));
    },
  });
}

export interface FeedFollower {
  /** The last event that is applied, from this service's own file. */
  cursor(): number;
  /** Stores what follows from these events together with the new cursor, in one transaction. */
  apply(events: readonly AnyEvent[]): Promise<void>;
}

/**
 * Keeps up with another service's log. A live event, its beacon or a reconnect only says "there is something": what is
 * applied always comes from the feed, in order and without a gap.
 */
export class FeedSubscription {
  private pulling = false;
  private again = false;

  constructor(
    private readonly source: ServiceName,
    private readonly nats: NatsConnection,
    private readonly follower: FeedFollower,
    private readonly logger: Logger,
  ) {}

  start(): void {
    const ring = { callback: () => this.pull() };
    this.nats.subscribe(subjects.eventsOf(this.source), ring);
    this.nats.subscribe(subjects.notice(this.source, '>'), ring);
    void onReconnect(this.nats, () => this.pull());
    this.pull();
  }

  private pull(): void {
    this.again = true;
    if (this.pulling) return;
    this.pulling = true;
    void this.pullAll()
      // The source is away: its first heartbeat rings again.
      .catch((error: unknown) => this.logger.debug('The feed is away.', { error }))
      .finally(() => (this.pulling = false));
  }

  private async pullAll(): Promise<void> {
    while (this.again) {
      this.again = false;
      const request = JSON.stringify({ after: this.follower.cursor() });
      const answer = await this.nats.request(subjects.feed(this.source), request, { timeout: 2_000 });
      const events = answer.json<AnyEvent[]>();
      if (events.length > 0) await this.follower.apply(events);
      if (events.length === page) this.again = true;
    }
  }
}
