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
import type { Logger } from '../process/logger';
import { send } from './send';

/** Says events and notices to whoever listens. At most once: who misses one finds the gap and asks `sync`. */
export class Publisher {
  constructor(
    private readonly process: ProcessName,
    private readonly nats: NatsConnection,
    private readonly logger: Logger,
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

  /**
   * A message too large because of whom it names is said to half of them at a time. One that is too large by itself is a
   * missed event: the scope's head is said again by `ScopeHeads`, and `sync` brings what was missed.
   */
  private publish(subject: string, message: PublishedEvent | PublishedNotice): void {
    // On a connection that is closing this, too, is only one more missed event.
    if (send(this.nats, subject, JSON.stringify(message)) !== 'too large') return;
    const { audience } = message;
    if (audience === 'everyone' || audience.length < 2) {
      return this.logger.error('A message was too large to publish.', { event: subject });
    }
    const half = Math.ceil(audience.length / 2);
    this.publish(subject, { ...message, audience: audience.slice(0, half) });
    this.publish(subject, { ...message, audience: audience.slice(half) });
  }
}
