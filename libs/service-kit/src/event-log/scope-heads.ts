import { scopeHead, type Audience, type Scope, type ServiceName } from '@devchitchat/contracts';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Publisher } from '../nats/publisher';
import type { Committed } from './group-commit';

interface Changed {
  readonly scope: Scope;
  readonly audience: Audience;
  readonly head: number;
  readonly at: number;
}

/** Milliseconds between beacons of a changed head, and for how long they are repeated. */
const beaconIntervalMs = 2_000;
const repeatFor = 60_000;
/** The period, in milliseconds, whose heads are published again after a NATS outage. */
const rememberFor = 3_600_000;

/**
 * The beacon: repeats the head of each recently changed scope, so that clients detect a lost last event, which leaves no
 * gap.
 */
export class ScopeHeads implements OnModuleDestroy {
  private readonly changed = new Map<string, Changed>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly service: ServiceName,
    private readonly publisher: Publisher,
  ) {
    this.timer = setInterval(() => this.publish(repeatFor), beaconIntervalMs);
    this.timer.unref();
  }

  note({ event, audience: hearers, followers }: Committed): void {
    const audience = followers ?? hearers;
    // An event without an audience cannot be missed.
    if (audience.length === 0) return;
    const key = `${event.scope.kind}:${event.scope.id}`;
    this.changed.set(key, { scope: event.scope, audience, head: event.eventId, at: performance.now() });
  }

  /** Publishes the heads of the last hour after a NATS outage. */
  publishAll(): void {
    this.publish(rememberFor);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private publish(youngerThan: number): void {
    const now = performance.now();
    for (const [key, { scope, audience, head, at }] of this.changed) {
      if (now - at > rememberFor) this.changed.delete(key);
      else if (now - at <= youngerThan)
        this.publisher.notice(scopeHead, { service: this.service, scope, head }, audience);
    }
  }
}
