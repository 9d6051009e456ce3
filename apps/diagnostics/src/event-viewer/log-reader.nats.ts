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

/** Milliseconds a service has for one look; a dead one is known at once. */
const answerTimeout = 1_000;
/** Looks for one page, of 5,000 events each, with the service's other work in between. */
const mostLooks = 10;

export interface Wanted {
  readonly filter: EventFilter;
  readonly before: number | undefined;
  readonly limit: number;
}

/** Reads other services' logs by asking them: nobody opens another's file. */
@Injectable()
export class LogReader {
  constructor(@Inject(NATS) private readonly nats: NatsConnection) {}

  /** The latest `limit` events that are wanted, or fewer and how far it came. `undefined` when the service does not answer. */
  async read(service: ServiceName, { filter, before, limit }: Wanted): Promise<Inspection | undefined> {
    const events: LoggedEvent[] = [];
    let lookedBackTo = before;
    for (let look = 0; look < mostLooks && events.length < limit; look++) {
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
      const answer = await this.nats.request(subjects.log(service), request, { timeout: answerTimeout });
      // Parsed and not only read: what the contract does not name, a service of another version may not show here.
      return inspection.parse(answer.json());
    } catch {
      return undefined;
    }
  }
}
