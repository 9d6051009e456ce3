import { subjects, type AnyEvent, type ServiceName } from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';
import { z } from 'zod';
import { thatFit } from '../nats/answer-size';
import type { Logger } from '../process/logger';
import { onReconnect } from '../nats/connection';
import { parseJson } from '../nats/json';
import { listen } from '../nats/listen';
import { respond } from '../nats/send';
import type { EventLog } from './event-log';

const feedRequest = z.object({
  after: z.number().int().nonnegative(),
  /** Only these types of event. */
  types: z.array(z.string()).max(50).optional(),
});

/** A stretch of a log. */
interface FeedPage {
  readonly events: readonly AnyEvent[];
  /** Everything asked for up to here is in this page. */
  readonly upTo: number;
  readonly more: boolean;
  /** The last event of the log. */
  readonly head: number;
}

/** Events in one answer of a feed; fewer where they are long. */
const page = 500;
/** Events of the log that one answer looks through for the types asked for. */
const lookThrough = 10_000;

/** Lets other services read this one's log: request `feed.<service>` with `{after}`, get the next events. */
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
  const events = thatFit(found);
  const isCut = events.length === page || events.length < found.length;
  const upTo = isCut ? (events.at(-1)?.eventId ?? after) : Math.max(after, end);
  return { events, upTo, more: upTo < log.head(), head: log.head() };
}

export interface FeedFollower {
  /** Only what is of use here; without it, everything. */
  readonly types?: readonly string[] | undefined;
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
  private pulling: Promise<void> | undefined;
  private again = false;
  /** What was looked through and held nothing of use; not worth a write, and looked through once more after a restart. */
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

  /** Resolves once all that was in the log at the call is applied, or the source turns out to be away. */
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
      // Its first heartbeat rings again.
      this.logger.debug('The feed is away.', { error });
    } finally {
      this.pulling = undefined;
    }
  }

  /** What comes next in that log is not what followed on what is applied here, so none of it is. */
  private refuse(): void {
    if (this.complained) return;
    this.complained = true;
    const reason = `${this.source}.sqlite is older than this service's own file. Stop devchitchat and restore both from one backup.`;
    this.logger.error("Another service's log ends before what was followed of it.", { reason });
  }

  /** True when there is more to be had. */
  private async pull(): Promise<boolean> {
    const after = Math.max(this.passed, this.follower.cursor());
    const request = JSON.stringify({ after, types: this.follower.types });
    const answer = await this.nats.request(subjects.feed(this.source), request, { timeout: 2_000 });
    const { events, upTo, more, head } = answer.json<FeedPage>();
    if (this.follower.cursor() > head) {
      this.refuse();
      return false;
    }
    if (events.length > 0) await this.follower.apply(events);
    this.passed = upTo;
    return more;
  }
}
