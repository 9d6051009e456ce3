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

/** How often a changed head is said again, and for how long, in milliseconds. */
const beaconInterval = 2_000;
const sayFor = 60_000;
/** How far back a head is said again when NATS was away. */
const rememberFor = 3_600_000;

/**
 * The beacon: says again where each scope that changed lately ends. Live events may be lost, the last of a burst leaves no
 * gap to see, and this is how a client finds out.
 */
export class ScopeHeads implements OnModuleDestroy {
  private readonly changed = new Map<string, Changed>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly service: ServiceName,
    private readonly publisher: Publisher,
  ) {
    this.timer = setInterval(() => this.say(sayFor), beaconInterval);
    this.timer.unref();
  }

  note({ event, audience: hearers, followers }: Committed): void {
    const audience = followers ?? hearers;
    // An event without an audience is nobody's gap.
    if (audience.length === 0) return;
    const key = `${event.scope.kind}:${event.scope.id}`;
    this.changed.set(key, { scope: event.scope, audience, head: event.eventId, at: performance.now() });
  }

  /** NATS was away: whatever changed in the last hour may not have been heard. */
  sayAll(): void {
    this.say(rememberFor);
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  private say(youngerThan: number): void {
    const now = performance.now();
    for (const [key, { scope, audience, head, at }] of this.changed) {
      if (now - at > rememberFor) this.changed.delete(key);
      else if (now - at <= youngerThan)
        this.publisher.notice(scopeHead, { service: this.service, scope, head }, audience);
    }
  }
}
