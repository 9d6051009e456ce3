import {
  inspection,
  subjects,
  type EventFilter,
  type Inspection,
  type LoggedEvent,
  type ServiceName,
} from '@devchitchat/contracts';
import { NATS } from '@devchitchat/service-kit';
import type { NatsConnection } from '@nats-io/transport-node';
import { Inject, Injectable } from '@nestjs/common';

/** Milliseconds to wait for a service's answer; a stopped service is detected immediately. */
const answerTimeoutMs = 1_000;
/** Maximum requests per page, of 5,000 events each. The service does other work between them. */
const maxRequests = 10;

export interface Wanted {
  readonly filter: EventFilter;
  readonly before: number | undefined;
  readonly limit: number;
}

/** Reads other services' logs by request, because no service opens another's database. */
@Injectable()
export class LogReader {
  constructor(@Inject(NATS) private readonly nats: NatsConnection) {}

  /**
   * Returns the latest `limit` matching events, or fewer with the position reached. `undefined` if the service does not
   * answer.
   */
  async read(service: ServiceName, { filter, before, limit }: Wanted): Promise<Inspection | undefined> {
    const events: LoggedEvent[] = [];
    let lookedBackTo = before;
    for (let look = 0; look < maxRequests && events.length < limit; look++) {
      const request = {
        filter,
        limit: limit - events.length,
        ...(lookedBackTo === undefined ? {} : { before: lookedBackTo }),
      };
      const seen = await this.look(service, JSON.stringify(request));
      if (!seen) return undefined;
      events.push(...seen.events);
      if (seen.lookedBackTo === null) return { events, lookedBackTo: null };
      lookedBackTo = seen.lookedBackTo;
    }
    return { events, lookedBackTo: lookedBackTo ?? null };
  }

  private async look(service: ServiceName, request: string): Promise<Inspection | undefined> {
    try {
      const answer = await this.nats.request(subjects.log(service), request, { timeout: answerTimeoutMs });
      // Parsed, so that fields outside the contract, from another version, are dropped.
      return inspection.parse(answer.json());
    } catch {
      return undefined;
    }
  }
}
