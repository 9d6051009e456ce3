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

/** Publishes events and notices, at most once: clients that miss one detect the gap and use `sync`. */
export class Publisher {
  constructor(
    private readonly process: ProcessName,
    private readonly nats: NatsConnection,
    private readonly logger: Logger,
  ) {}

  /** Call only after the event's commit. */
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
   * Publishes a message. If its audience makes it too large, it is sent to half of it at a time. A message that is too
   * large on its own is dropped as a missed event: `ScopeHeads` repeats the scope's head, and `sync` delivers the event.
   */
  private publish(subject: string, message: PublishedEvent | PublishedNotice): void {
    // On a closing connection this counts as another missed event.
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
