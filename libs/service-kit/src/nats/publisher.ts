import {
  subjects,
  type AnyEvent,
  type Audience,
  type DataOf,
  type Notice,
  type ProcessName,
  type PublishedEvent,
  type PublishedNotice,
  type ServiceName,
} from '@devchitchat/contracts';
import type { NatsConnection } from '@nats-io/transport-node';

/** Says events and notices to whoever listens. At most once: who misses one finds the gap and asks `sync`. */
export class Publisher {
  constructor(
    private readonly process: ProcessName,
    private readonly nats: NatsConnection,
  ) {}

  /** Only after its commit. */
  event(service: ServiceName, event: AnyEvent, audience: Audience): void {
    this.publish(subjects.event(service, event.type), { audience, event } satisfies PublishedEvent);
  }

  notice<N extends Notice>(notice: N, data: DataOf<N>, audience: Audience): void {
    this.publish(subjects.notice(this.process, notice.name), {
      audience,
      name: notice.name,
      data,
    } satisfies PublishedNotice<N>);
  }

  private publish(subject: string, message: object): void {
    // A connection that is closing throws; at-most-once means that this, too, is only one more missed event.
    if (!this.nats.isClosed() && !this.nats.isDraining()) this.nats.publish(subject, JSON.stringify(message));
  }
}
