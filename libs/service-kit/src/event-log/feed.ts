import { subjects, type AnyEvent, type ServiceName } from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { fittingPrefix } from '../nats/answer-size';
import type { Logger } from '../process/logger';
import { onReconnect } from '../nats/connection';
import { parseJson } from '../nats/json';
import { listen } from '../nats/listen';
import { respond } from '../nats/send';
import type { EventLog } from './event-log';

const feedRequest = z.object({
  after: z.number().int().nonnegative(),
  /** Only events of these types. */
  types: z.array(z.string()).max(50).optional(),
});

/** A stretch of a log. */
interface FeedPage {
  readonly events: readonly AnyEvent[];
  /** All matching events up to this id are in the page. */
  readonly upTo: number;
  readonly more: boolean;
  /** The id of the log's last event. */
  readonly head: number;
}

/** Maximum events per page of a feed; fewer if they are long. */
const page = 500;
/** Maximum events scanned per page when only some types are requested. */
const lookThrough = 10_000;

/** Serves this service's log to others: request `feed.<service>` with `{after}`; the answer is the next page. */
export function serveFeed(service: ServiceName, nats: NatsConnection, logger: Logger, log: EventLog): void {
  listen(nats, subjects.feed(service), { queue: service, logger }, (request) => {
    const asked = feedRequest.safeParse(parseJson(request.string()));
    const answer = asked.success ? pageAfter(log, asked.data) : { events: [], upTo: 0, more: false, head: 0 };
    respond(nats, request, answer);
  });
}

function pageAfter(log: EventLog, { after, types }: z.output<typeof feedRequest>): FeedPage {
  const end = types ? Math.min(after + lookThrough, log.head()) : log.head();
  const found = types ? log.ofTypes(types, after, end, page) : log.after(after, page);
  const events = fittingPrefix(found);
  const isCut = events.length === page || events.length < found.length;
  const upTo = isCut ? (events.at(-1)?.eventId ?? after) : Math.max(after, end);
  return { events, upTo, more: upTo < log.head(), head: log.head() };
}

export interface FeedFollower {
  /** The types to follow; without it, all. */
  readonly types?: readonly string[] | undefined;
  /** The id of the last applied event, from this service's own database. */
  cursor(): number;
  /** Begins at the end of the log, for a follower without a cursor; see `Following.fromNow`. */
  begin?(head: number): Promise<unknown>;
  /** Applies these events and stores the new cursor in one transaction. */
  apply(events: readonly AnyEvent[]): Promise<void>;
}

/**
 * Follows another service's log. Live events, beacons and reconnects only trigger a request: applied events always come
 * from the feed, in order and without gaps.
 */
export class FeedSubscription {
  private pulling: Promise<void> | undefined;
  private again = false;
  /** The position up to which no events of these types were found. Not worth a write; scanned again after a restart. */
  private passed = 0;
  private complained = false;

  constructor(
    private readonly source: ServiceName,
    private readonly nats: NatsConnection,
    private readonly follower: FeedFollower,
    private readonly logger: Logger,
  ) {}

  start(): void {
    const events = (this.follower.types ?? ['>']).map((type) => subjects.event(this.source, type));
    for (const subject of [...events, ...subjects.rings(this.source)]) {
      listen(this.nats, subject, { logger: this.logger }, () => this.catchUp());
    }
    void onReconnect(this.nats, () => void this.catchUp());
    void this.catchUp();
  }

  /** Resolves once all events in the log as of this call are applied, or the source is unavailable. */
  catchUp(): Promise<void> {
    this.again = true;
    this.pulling ??= this.pullAll();
    return this.pulling;
  }

  private async pullAll(): Promise<void> {
    try {
      while (this.again) {
        this.again = false;
        if (await this.pull()) this.again = true;
      }
    } catch (error) {
      // Its first heartbeat triggers the next attempt.
      this.logger.debug('The feed is unavailable.', { error });
    } finally {
      this.pulling = undefined;
    }
  }

  /** Reports once that the source's log ends before the last event applied here. */
  private refuse(): void {
    if (this.complained) return;
    this.complained = true;
    const reason = `${this.source}.sqlite is older than this service's own file. Stop devchitchat and restore both from one backup.`;
    this.logger.error("Another service's log ends before the last event applied here.", { reason });
  }

  /** Returns true if there are more events. */
  private async pull(): Promise<boolean> {
    const isNew = this.follower.begin !== undefined && this.follower.cursor() < 0;
    const after = isNew ? Number.MAX_SAFE_INTEGER : Math.max(this.passed, this.follower.cursor());
    const request = JSON.stringify({ after, types: this.follower.types });
    const answer = await this.nats.request(subjects.feed(this.source), request, { timeout: 2_000 });
    const { events, upTo, more, head } = answer.json<FeedPage>();
    if (isNew || this.follower.cursor() > head) {
      if (this.follower.begin) await this.follower.begin(head);
      else this.refuse();
      this.passed = 0;
      return false;
    }
    if (events.length > 0) await this.follower.apply(events);
    this.passed = upTo;
    return more;
  }
}
